namespace Convscope.Tests.Operators;

internal sealed class SoftsignFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["softsign"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps", Maps().Node("Softsign", "maps", "y").Output("y")),
        ("a vector", Numbers().Node("Softsign", "numbers", "y").Output("y")),
    ];
}
