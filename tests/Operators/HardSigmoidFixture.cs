namespace Convscope.Tests.Operators;

internal sealed class HardSigmoidFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["hard-sigmoid"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("defaults", Maps().Node("HardSigmoid", "maps", "y").Output("y")),
        ("alpha and beta", Maps().Node("HardSigmoid", "maps", "y", ("alpha", 0.16666667f), ("beta", 0.4f)).Output("y")),
    ];
}
