namespace Convscope.Tests.Operators;

internal sealed class SumFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["add"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Sum", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Sum", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Sum", "maps c", "y").Output("y")),
        ("a constant first", Maps().Floats("c", [], 1.5f).Node("Sum", "c maps", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Sum", "numbers t", "y").Output("y")),
        ("three inputs", Maps().Node("Tanh", "maps", "t").Node("Relu", "maps", "r").Node("Sum", "maps t r", "y").Output("y")),
    ];
}
