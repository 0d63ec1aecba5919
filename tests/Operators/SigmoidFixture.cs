namespace Convscope.Tests.Operators;

internal sealed class SigmoidFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["sigmoid"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps", Maps().Node("Sigmoid", "maps", "y").Output("y")),
        ("a vector of probabilities", Numbers().Node("Sigmoid", "numbers", "y").Output("y")),
    ];
}
