namespace Convscope.Tests.Operators;

internal sealed class HardSwishFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["hard-swish"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps", Maps(opset: 14).Node("HardSwish", "maps", "y").Output("y")),
    ];
}
