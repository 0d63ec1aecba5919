namespace Convscope.Tests.Operators;

internal sealed class TopKFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["top-k", "top-k-places"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("of a vector", Numbers().Longs("k", 3).Node("TopK", "numbers k", "largest places").Output("largest", "places")),
        ("of fifty numbers", Numbers(count: 50).Longs("k", 5).Node("TopK", "numbers k", "largest places").Output("largest", "places")),
        ("of maps", Maps().Longs("k", 2).Node("TopK", "maps k", "largest places", ("axis", 1)).Output("largest", "places")),
        ("of equal maps", Maps().Node("Relu", "maps", "half").Node("Concat", "half half", "twice", ("axis", 1)).Longs("k", 3)
            .Node("TopK", "twice k", "largest places", ("axis", 1)).Output("largest", "places")),
        ("of rows", Maps().Longs("k", 3).Node("TopK", "maps k", "largest places").Output("largest", "places")),
        ("channels last", Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 })).Longs("k", 2)
            .Node("TopK", "last k", "largest places").Output("largest", "places")),
        ("opset 9", Maps(opset: 9).Node("TopK", "maps", "largest places", ("axis", 1), ("k", 2)).Output("largest", "places")),
    ];
}
