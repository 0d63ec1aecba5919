namespace Convscope.Tests.Operators;

internal sealed class SubFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["sub"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Sub", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Sub", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Sub", "maps c", "y").Output("y")),
        ("a constant first", Maps().Floats("c", [], 1.5f).Node("Sub", "c maps", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Sub", "numbers t", "y").Output("y")),
    ];
}
