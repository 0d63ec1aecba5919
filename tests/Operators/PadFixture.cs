namespace Convscope.Tests.Operators;

internal sealed class PadFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["pad"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("zeros", Of(13, [0, 0, 1, 2, 0, 0, 0, 3])),
        ("a number", Of(13, [0, 0, 1, 2, 0, 0, 0, 3], "image pads value")),
        ("units", Of(13, [0, 1, 0, 0, 0, 2, 1, 1])),
        ("mirrored", Of(13, [0, 0, 3, 2, 0, 0, 2, 3], "image pads", ("mode", "reflect"))),
        ("edges", Of(13, [0, 0, 3, 2, 0, 0, 2, 3], "image pads", ("mode", "edge"))),
        ("wrapped", Of(19, [0, 0, 3, 2, 0, 0, 2, 3], "image pads", ("mode", "wrap"))),
        ("cut off", Of(13, [0, 0, -1, 2, 0, 0, 1, -2])),
        ("some axes", new ModelBuilder(18).Input(1, 3, 5, 4).Longs("pads", 1, 0, 2, 1).Longs("axes", 2, -1).Floats("value", [], 0.5f)
            .Node("Pad", "image pads value axes", "padded").Output("padded")),
        ("an attribute", new ModelBuilder(10).Input(1, 3, 5, 4)
            .Node("Pad", "image", "padded", ("pads", new[] { 0, 0, 1, 2, 0, 0, 0, 3 }), ("value", 0.25f)).Output("padded")),
        ("of a signal", Signals.Of().Longs("pads", 0, 0, 2, 0, 0, 1).Node("Pad", "signal pads", "padded", ("mode", "reflect"))
            .Output("padded")),
    ];

    private static ModelBuilder Of(int opset, long[] pads, string inputs = "image pads", params (string, object)[] attributes) =>
        new ModelBuilder(opset).Input(1, 3, 5, 4).Longs("pads", pads).Floats("value", [], -1.5f).Node("Pad", inputs, "padded", attributes)
            .Output("padded");
}
