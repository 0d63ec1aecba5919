namespace Convscope.Tests.Operators;

internal sealed class MaxPoolFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["max-pool"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("plain", Of(("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))),
        ("uneven", Of(("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 1, 3 }), ("pads", new[] { 2, 0, 1, 1 }))),
        ("padding beside negative numbers", Maps().Node("Relu", "maps", "r").Node("Neg", "r", "n").Floats("c", [], 0.5f)
            .Node("Sub", "n c", "below")
            .Node("MaxPool", "below", "pool", ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 })).Output("pool")),
        ("dilation", Of(("kernel_shape", new[] { 2, 3 }), ("dilations", new[] { 3, 2 }))),
        ("sizes rounded up", Of(("kernel_shape", new[] { 3, 3 }), ("strides", new[] { 2, 3 }), ("ceil_mode", 1))),
        ("one cell, sizes rounded up", Of(("kernel_shape", new[] { 1, 1 }), ("strides", new[] { 2, 2 }), ("ceil_mode", 1))),
        ("a window larger than its map, sizes rounded up", new ModelBuilder().Input(1, 3, 6, 5).Node("GlobalMaxPool", "image", "peak")
            .Node("MaxPool", "peak", "pool", ("kernel_shape", new[] { 2, 3 }), ("strides", new[] { 2, 3 }), ("ceil_mode", 1))
            .Output("pool")),
        ("storage order", Of(("kernel_shape", new[] { 2, 2 }), ("storage_order", 1))),
        ("SAME_UPPER", Of(("kernel_shape", new[] { 2, 4 }), ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_UPPER"))),
        ("SAME_LOWER", Of(("kernel_shape", new[] { 2, 4 }), ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_LOWER"))),
        ("VALID", Of(("kernel_shape", new[] { 2, 4 }), ("auto_pad", "VALID"))),
        ("with indices", new ModelBuilder().Input(1, 3, 6, 6).Node("MaxPool", "image", "pool places", ("kernel_shape", new[] { 2, 2 }))
            .Output("pool")),
        ("a window too large to read", new ModelBuilder().Input(1, 3, 12, 11)
            .Node("MaxPool", "image", "pool", ("kernel_shape", new[] { 9, 8 })).Output("pool")),
        ("of a signal", Signals.Of().Node("MaxPool", "signal", "pool", ("kernel_shape", new[] { 3 }), ("strides", new[] { 2 }),
            ("pads", new[] { 1, 0 })).Output("pool")),
        ("global", new ModelBuilder().Input(1, 3, 5, 4).Node("GlobalMaxPool", "image", "peak").Output("peak")),
        ("global, of large maps", new ModelBuilder().Input(1, 3, 12, 11).Node("GlobalMaxPool", "image", "peak").Output("peak")),
        ("global, of a signal", Signals.Of().Node("GlobalMaxPool", "signal", "peak").Output("peak")),
        ("ReduceMax", Reduced("image", 13, ("axes", new[] { 2, 3 }))),
        ("ReduceMax to a vector", Reduced("image", 13, ("axes", new[] { -1, -2 }), ("keepdims", 0))),
        ("ReduceMax over rows", Reduced("image", 13, ("axes", new[] { 2 }))),
        ("ReduceMax over columns", Reduced("image", 13, ("axes", new[] { 3 }))),
        ("ReduceMax, axes as an input", Reduced("image axes", 18, ("keepdims", 1))),
    ];

    private static ModelBuilder Of(params (string, object)[] attributes) =>
        new ModelBuilder().Input(1, 3, 8, 9).Node("MaxPool", "image", "pool", attributes).Output("pool");

    private static ModelBuilder Reduced(string inputs, int opset, params (string, object)[] attributes) =>
        new ModelBuilder(opset).Input(1, 3, 6, 5).Longs("axes", 2, 3).Node("ReduceMax", inputs, "peak", attributes).Output("peak");
}
