namespace Convscope.Tests.Operators;

internal sealed class MeanVarianceNormFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["mean-variance-norm"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("each map", Maps().Node("MeanVarianceNormalization", "maps", "y").Output("y")),
        ("all maps", Maps().Node("MeanVarianceNormalization", "maps", "y", ("axes", new[] { 1, 2, 3 })).Output("y")),
    ];
}
