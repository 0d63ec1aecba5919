namespace Convscope.Tests.Operators;

internal sealed class SoftplusFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["softplus"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps", Maps().Node("Softplus", "maps", "y").Output("y")),
        ("a vector", Numbers().Node("Softplus", "numbers", "y").Output("y")),
    ];
}
