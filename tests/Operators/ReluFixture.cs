namespace Convscope.Tests.Operators;

internal sealed class ReluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["relu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("of maps", Maps().Node("Relu", "maps", "y").Output("y")),
        ("of a vector", Numbers().Node("Relu", "numbers", "y").Output("y")),
        ("of a signal", Signals.Of().Node("Relu", "signal", "y").Output("y")),
        ("channels last", Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 })).Node("Relu", "last", "y").Output("y")),
    ];
}
