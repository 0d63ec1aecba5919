namespace Convscope.Tests.Operators;

internal sealed class LeakyReluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["leaky-relu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default slope", Maps().Node("LeakyRelu", "maps", "y").Output("y")),
        ("steeper", Maps().Node("LeakyRelu", "maps", "y", ("alpha", 0.3f)).Output("y")),
        ("a vector", Numbers().Node("LeakyRelu", "numbers", "y", ("alpha", 0.125f)).Output("y")),
    ];
}
