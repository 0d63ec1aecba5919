namespace Convscope.Tests.Operators;

internal sealed class AddFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["add"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Add", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Add", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Node("Tanh", "maps", "t").Weights("c", 4, 1, 1).Node("Add", "t c", "y").Output("y")),
        ("a constant first", Maps().Node("Tanh", "maps", "t").Floats("c", [], 1.5f).Node("Add", "c t", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Add", "numbers t", "y").Output("y")),
    ];
}
