namespace Convscope.Tests.Operators;

internal sealed class ReduceSumFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["reduce-sum"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("axes as an attribute", new ModelBuilder(11).Input(1, 3, 6, 5).Node("ReduceSum", "image", "sum", ("axes", new[] { 2, 3 }))
            .Output("sum")),
        ("axes as an input", Of(3, 6, 5).Longs("axes", 2, 3).Node("ReduceSum", "image axes", "sum").Output("sum")),
        ("to a vector", Of(3, 6, 5).Longs("axes", -2, -1).Node("ReduceSum", "image axes", "sum", ("keepdims", 0)).Output("sum")),
        ("of large maps", Of(3, 12, 11).Longs("axes", 2, 3).Node("ReduceSum", "image axes", "sum").Output("sum")),
        ("over rows", Of(3, 6, 5).Longs("axes", 2).Node("ReduceSum", "image axes", "sum").Output("sum")),
        ("over columns", Of(3, 6, 5).Longs("axes", 3).Node("ReduceSum", "image axes", "sum").Output("sum")),
    ];

    private static ModelBuilder Of(params long[] sizes) => new ModelBuilder().Input([1, .. sizes]);
}
