namespace Convscope.Tests.Operators;

internal sealed class GreaterOrEqualFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["greater-or-equal"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("with a number", Maps(opset: 16).Floats("edge", [], 0.5f).Node("GreaterOrEqual", "maps edge", "y").Output("y")),
        ("a number with it", Maps(opset: 16).Floats("edge", [1, 4, 1, 1], 0.5f, 0, -0.5f, 1)
            .Node("GreaterOrEqual", "edge maps", "y").Output("y")),
        ("of two layers", Maps(opset: 16).Node("Floor", "maps", "low").Node("Ceil", "maps", "high").Node("Round", "maps", "near")
            .Node("GreaterOrEqual", "low near", "is").Node("Cast", "is", "one", ("to", 1)).Node("Mul", "one high", "y").Output("y")),
        ("channels last", Maps(opset: 16).Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Floats("edges", [4], 0, 0.5f, -0.5f, 1).Node("GreaterOrEqual", "last edges", "y").Output("y")),
        ("of vectors", Numbers(opset: 16).Floats("edge", [8], 1, 0, 0, 0, -1, 0, 2, 0)
            .Node("GreaterOrEqual", "numbers edge", "y").Output("y")),
        ("of whole numbers", Maps(opset: 16).Node("ArgMax", "maps", "place", ("axis", 1)).Longs("two", 2)
            .Node("GreaterOrEqual", "place two", "y").Output("y")),
    ];
}
