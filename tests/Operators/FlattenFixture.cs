namespace Convscope.Tests.Operators;

internal sealed class FlattenFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["flatten"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("units, rows, columns", Maps().Node("Flatten", "maps", "row").Weights("w", 168, 3).Node("Gemm", "row w", "y").Output("y")),
        ("rows, columns, units", Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 })).Node("Flatten", "last", "row")
            .Weights("w", 168, 3).Node("Gemm", "row w", "y").Output("y")),
        ("as a reshape", Maps().Longs("shape", 1, -1).Node("Reshape", "maps shape", "row").Weights("w", 168, 3)
            .Node("MatMul", "row w", "y").Output("y")),
    ];
}
