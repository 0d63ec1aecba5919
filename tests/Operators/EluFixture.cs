namespace Convscope.Tests.Operators;

internal sealed class EluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["elu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default", Maps().Node("Elu", "maps", "y").Output("y")),
        ("alpha", Maps().Node("Elu", "maps", "y", ("alpha", 0.6f)).Output("y")),
    ];
}
