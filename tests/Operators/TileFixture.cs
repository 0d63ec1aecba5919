namespace Convscope.Tests.Operators;

internal sealed class TileFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["tile"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("Tile", new ModelBuilder().Input(1, 3, 3, 2).Longs("times", 1, 2, 2, 3).Node("Tile", "image times", "many").Output("many")),
        ("Expand", new ModelBuilder().Input(1, 3, 3, 2).Node("GlobalMaxPool", "image", "peak").Longs("sizes", 1, 3, 4, 5)
            .Node("Expand", "peak sizes", "many").Output("many")),
    ];
}
