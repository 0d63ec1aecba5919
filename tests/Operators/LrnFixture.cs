namespace Convscope.Tests.Operators;

internal sealed class LrnFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["lrn"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("defaults", Maps().Node("LRN", "maps", "y", ("size", 3)).Output("y")),
        ("all settings", Maps().Node("LRN", "maps", "y", ("size", 3), ("alpha", 0.9f), ("beta", 0.5f), ("bias", 2f)).Output("y")),
        ("wider than the units", Maps().Node("LRN", "maps", "y", ("size", 9), ("alpha", 0.3f)).Output("y")),
    ];
}
