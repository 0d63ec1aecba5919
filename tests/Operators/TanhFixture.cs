namespace Convscope.Tests.Operators;

internal sealed class TanhFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["tanh"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps", Maps().Node("Tanh", "maps", "y").Output("y")),
        ("a vector", Numbers().Node("Tanh", "numbers", "y").Output("y")),
    ];
}
