namespace Convscope.Tests.Operators;

internal sealed class MeanFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["mean"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Mean", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Mean", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Mean", "maps c", "y").Output("y")),
        ("a constant first", Maps().Floats("c", [], 1.5f).Node("Mean", "c maps", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Mean", "numbers t", "y").Output("y")),
        ("three inputs", Maps().Node("Tanh", "maps", "t").Node("Relu", "maps", "r").Node("Mean", "maps t r", "y").Output("y")),
    ];
}
