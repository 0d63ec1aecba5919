namespace Convscope.Tests.Operators;

internal sealed class CeluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["celu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default", Maps().Node("Celu", "maps", "y").Output("y")),
        ("alpha", Maps().Node("Celu", "maps", "y", ("alpha", 2.5f)).Output("y")),
    ];
}
