using Convscope.Core.Network;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Parameters are the weights that the file holds, each once, whichever layers work with them.</summary>
public sealed class WeightCountTests
{
    [Fact]
    public void A_weight_of_several_layers_is_counted_once()
    {
        using var model = new ModelBuilder().Input(1, 4, 6, 6).Weights("w", 4, 4, 3, 3).Weights("b", 4)
            .Node("Conv", "image w b", "first", ("pads", new[] { 1, 1, 1, 1 })).Node("Relu", "first", "relu")
                .Node("Conv", "relu w b", "second").Output("second").Load();
        Assert.Equal([0, 148, 0, 148], model.Network.Layers.Select(layer => layer.Parameters));
        Assert.Equal(148, model.Network.Parameters);
    }

    [Fact]
    public void A_layer_without_an_equation_has_its_weights_too()
    {
        using var model = new ModelBuilder().Input(1, 3, 4, 5).Longs("rows", 4, 1, 15).Weights("w", 1, 24, 15).Weights("r", 1, 24, 6)
            .Weights("b", 1, 48).Weights("d", 6, 2)
            .Node("Reshape", "image rows", "sequence").Node("LSTM", "sequence w r b", "lstm last", ("hidden_size", 6))
            .Longs("flat", 1, 6).Node("Reshape", "last flat", "row").Node("MatMul", "row d", "out").Output("out").Load();
        var cost = Cost.Of(model.Network);
        Assert.Equal((24 * 15) + (24 * 6) + 48 + 12, cost.Parameters);
        Assert.True(cost.NotCounted > 0);
        Assert.Equal(12, cost.MultiplyAdds);
    }

    [Fact]
    public void What_is_computed_of_a_weight_is_the_weight()
    {
        using var model = new ModelBuilder().Input(1, 2, 3, 4).Weights("w", 5, 24)
            .Node("Transpose", "w", "turned", ("perm", new[] { 1, 0 }))
            .Node("Flatten", "image", "row").Node("MatMul", "row turned", "product").Weights("b", 5).Node("Add", "product b", "out")
                .Output("out").Load();
        Assert.Equal(125, model.Network.Parameters);
    }

    [Fact]
    public void Settings_and_numbers_of_a_formula_are_none()
    {
        var half = new Convscope.Inference.Onnx.TensorProto { DataType = 1 };
        half.FloatData.Add(0.5f);
        using var model = new ModelBuilder().Input(1, 2, 3, 4).Floats("least", [], 0).Floats("most", [], 6)
            .Floats("scales", [4], 1, 1, 2, 2)
            .Node("Clip", "image least most", "clip").Node("Resize", "clip - scales", "large").Node("Constant", "", "half", ("value", half))
                .Node("Mul", "large half", "out").Output("out").Load();
        Assert.Equal(0, model.Network.Parameters);
    }
}
