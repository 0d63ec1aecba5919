namespace Convscope.Tests.Operators;

internal sealed class LpPoolFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["lp-pool"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("plain", Of("LpPool", ("kernel_shape", new[] { 2, 3 }), ("strides", new[] { 2, 1 }))),
        ("padding counts as zero", Of("LpPool", ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 0, 1, 2 }), ("p", 3))),
        ("global", Of("GlobalLpPool")),
        ("global, power of 1", Of("GlobalLpPool", ("p", 1))),
        ("of large maps", new ModelBuilder(18).Input(1, 3, 12, 11).Node("GlobalLpPool", "image", "norm", ("p", 2)).Output("norm")),
        ("ReduceL2", Maps(18).Longs("axes", 2, 3).Node("ReduceL2", "maps axes", "norm").Output("norm")),
        ("ReduceL1 to a vector", Maps(18).Longs("axes", 2, 3).Node("ReduceL1", "maps axes", "norm", ("keepdims", 0)).Output("norm")),
    ];

    private static ModelBuilder Of(string type, params (string, object)[] attributes) =>
        Maps(18).Node(type, "maps", "norm", attributes).Output("norm");
}
