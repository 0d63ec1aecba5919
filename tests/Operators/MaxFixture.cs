namespace Convscope.Tests.Operators;

internal sealed class MaxFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["max"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Max", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Max", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Max", "maps c", "y").Output("y")),
        ("a constant first", Maps().Floats("c", [], 1.5f).Node("Max", "c maps", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Max", "numbers t", "y").Output("y")),
        ("three inputs", Maps().Node("Tanh", "maps", "t").Node("Relu", "maps", "r").Node("Max", "maps t r", "y").Output("y")),
    ];
}
