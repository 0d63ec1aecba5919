namespace Convscope.Tests.Operators;

internal sealed class GatherFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["gather"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("units", Of(1, 2, 0, 2)),
        ("rows", Of(2, 3, 1)),
        ("columns, from the end", Of(-1, -1, 0, -2)),
        ("of a vector", Numbers().Longs("which", 7, 0, 3).Node("Gather", "numbers which", "some", ("axis", 1)).Output("some")),
    ];

    private static ModelBuilder Of(int axis, params long[] which) =>
        Maps().Longs("which", which).Node("Gather", "maps which", "some", ("axis", axis)).Output("some");
}
