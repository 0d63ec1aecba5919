namespace Convscope.Tests.Operators;

internal sealed class MishFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["mish"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps", Maps(opset: 18).Node("Mish", "maps", "y").Output("y")),
    ];
}
