namespace Convscope.Tests.Operators;

internal sealed class ReduceMinFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["reduce-min"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("of maps", Maps(18).Longs("axes", 2, 3).Node("ReduceMin", "maps axes", "least").Output("least")),
        ("to a vector", Maps(18).Longs("axes", -2, -1).Node("ReduceMin", "maps axes", "least", ("keepdims", 0)).Output("least")),
        ("over rows", Maps(18).Longs("axes", 2).Node("ReduceMin", "maps axes", "least").Output("least")),
        ("of large maps", new ModelBuilder(18).Input(1, 3, 12, 11).Longs("axes", 2, 3).Node("ReduceMin", "image axes", "least")
            .Output("least")),
    ];
}
