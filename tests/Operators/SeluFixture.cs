namespace Convscope.Tests.Operators;

internal sealed class SeluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["selu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default", Maps().Node("Selu", "maps", "y").Output("y")),
        ("alpha and gamma", Maps().Node("Selu", "maps", "y", ("alpha", 1.5f), ("gamma", 0.9f)).Output("y")),
    ];
}
