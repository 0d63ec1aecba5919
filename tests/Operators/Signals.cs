namespace Convscope.Tests.Operators;

/// <summary>Pictures made signals, units × columns, for operators of one axis.</summary>
internal static class Signals
{
    /// <summary>A model whose tensor <c>signal</c> is three units of nine numbers.</summary>
    public static ModelBuilder Of(int opset = 13)
    {
        var model = new ModelBuilder(opset).Input(1, 3, 4, 9).Weights("fold", 3, 3, 4, 1).Node("Conv", "image fold", "line");
        return opset < 13 ? model.Node("Squeeze", "line", "signal", ("axes", new[] { 2 })) : model.Longs("second", 2)
            .Node("Squeeze", "line second", "signal");
    }
}
