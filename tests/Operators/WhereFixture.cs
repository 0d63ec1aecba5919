namespace Convscope.Tests.Operators;

internal sealed class WhereFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["where"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("of two layers", Maps(opset: 16).Floats("edge", [], 0.25f).Node("Greater", "maps edge", "is").Node("Neg", "maps", "other")
            .Node("Where", "is maps other", "y").Output("y")),
        ("of a layer and a number", Maps(opset: 16).Floats("edge", [], 0.25f).Node("Less", "maps edge", "is")
            .Node("Where", "is edge maps", "y").Output("y")),
        ("of numbers a unit", Maps(opset: 16).Floats("edge", [], 0.25f).Floats("fill", [1, 4, 1, 1], 1, -2, 0.5f, 0)
            .Node("Less", "maps edge", "is").Node("Where", "is maps fill", "y").Output("y")),
        ("where it isn't", Maps(opset: 16).Floats("edge", [], 0.25f).Node("Less", "maps edge", "is").Node("Not", "is", "isnt")
            .Node("Where", "isnt maps edge", "y").Output("y")),
        ("channels last", Maps(opset: 16).Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 })).Floats("edge", [], 0)
            .Node("Greater", "last edge", "is").Node("Neg", "last", "other").Node("Where", "is other last", "y").Output("y")),
    ];
}
