namespace Convscope.Tests.Operators;

internal sealed class MinFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["min"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Min", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Min", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Min", "maps c", "y").Output("y")),
        ("a constant first", Maps().Floats("c", [], 1.5f).Node("Min", "c maps", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Min", "numbers t", "y").Output("y")),
        ("three inputs", Maps().Node("Tanh", "maps", "t").Node("Relu", "maps", "r").Node("Min", "maps t r", "y").Output("y")),
    ];
}
