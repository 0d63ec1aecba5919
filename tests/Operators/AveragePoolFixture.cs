namespace Convscope.Tests.Operators;

internal sealed class AveragePoolFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["average-pool"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("plain", Of(13, ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))),
        ("padding left out", Of(13, ("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 1, 3 }), ("pads", new[] { 2, 0, 1, 1 }))),
        ("padding counted", Of(13, ("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 1, 3 }), ("pads", new[] { 2, 0, 1, 1 }),
            ("count_include_pad", 1))),
        ("sizes rounded up", Of(13, ("kernel_shape", new[] { 3, 3 }), ("strides", new[] { 2, 3 }), ("ceil_mode", 1))),
        ("sizes rounded up, padding counted", Of(13, ("kernel_shape", new[] { 3, 3 }), ("strides", new[] { 2, 3 }),
            ("pads", new[] { 1, 1, 1, 1 }), ("ceil_mode", 1), ("count_include_pad", 1))),
        ("dilation", Of(19, ("kernel_shape", new[] { 2, 3 }), ("dilations", new[] { 3, 2 }))),
        ("dilation, padded and counted", Of(19, ("kernel_shape", new[] { 2, 3 }), ("dilations", new[] { 3, 2 }),
            ("pads", new[] { 1, 2, 1, 2 }), ("count_include_pad", 1))),
        ("SAME_UPPER", Of(13, ("kernel_shape", new[] { 2, 4 }), ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_UPPER"))),
        ("SAME_LOWER", Of(13, ("kernel_shape", new[] { 2, 4 }), ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_LOWER"))),
        ("VALID", Of(13, ("kernel_shape", new[] { 2, 4 }), ("auto_pad", "VALID"))),
        ("a window too large to read", new ModelBuilder().Input(1, 3, 12, 11)
            .Node("AveragePool", "image", "pool", ("kernel_shape", new[] { 9, 8 })).Output("pool")),
        ("of a signal", Signals.Of().Node("AveragePool", "signal", "pool", ("kernel_shape", new[] { 3 }), ("strides", new[] { 2 }),
            ("pads", new[] { 1, 0 })).Output("pool")),
        ("global", new ModelBuilder().Input(1, 3, 5, 4).Node("GlobalAveragePool", "image", "mean").Output("mean")),
        ("global, of a signal", Signals.Of().Node("GlobalAveragePool", "signal", "mean").Output("mean")),
        ("ReduceMean", Reduced("image", 13, ("axes", new[] { 2, 3 }))),
        ("ReduceMean to a vector", Reduced("image", 13, ("axes", new[] { -1, -2 }), ("keepdims", 0))),
        ("ReduceMean over rows, dropped", Reduced("image", 13, ("axes", new[] { 2 }), ("keepdims", 0))),
        ("ReduceMean over columns", Reduced("image", 13, ("axes", new[] { 3 }))),
        ("ReduceMean, axes as an input", Reduced("image axes", 18, ("keepdims", 0))),
    ];

    private static ModelBuilder Of(int opset, params (string, object)[] attributes) =>
        new ModelBuilder(opset).Input(1, 3, 8, 9).Node("AveragePool", "image", "pool", attributes).Output("pool");

    private static ModelBuilder Reduced(string inputs, int opset, params (string, object)[] attributes) =>
        new ModelBuilder(opset).Input(1, 3, 6, 5).Longs("axes", 2, 3).Node("ReduceMean", inputs, "mean", attributes).Output("mean");
}
