namespace Convscope.Tests.Operators;

internal sealed class DivFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["div"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Abs", "t", "a").Floats("small", [], 0.5f).Node("Add", "a small", "d")
            .Node("Div", "maps d", "y").Output("y")),
        ("by a number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Div", "maps g", "y").Output("y")),
        ("by a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Div", "maps c", "y").Output("y")),
        ("a constant first", Maps().Node("Tanh", "maps", "t").Node("Abs", "t", "a").Floats("small", [], 0.5f).Node("Add", "a small", "d")
            .Floats("c", [], 1.5f).Node("Div", "c d", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Abs", "t", "a").Floats("small", [], 0.5f).Node("Add", "a small", "d")
            .Node("Div", "numbers d", "y").Output("y")),
    ];
}
