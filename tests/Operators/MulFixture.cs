namespace Convscope.Tests.Operators;

internal sealed class MulFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["mul"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Mul", "maps t", "y").Output("y")),
        ("one number a unit, computed", Maps().Node("GlobalMaxPool", "maps", "g").Node("Mul", "maps g", "y").Output("y")),
        ("a constant a unit", Maps().Weights("c", 4, 1, 1).Node("Mul", "maps c", "y").Output("y")),
        ("a constant first", Maps().Floats("c", [], 1.5f).Node("Mul", "c maps", "y").Output("y")),
        ("vectors", Numbers().Node("Tanh", "numbers", "t").Node("Mul", "numbers t", "y").Output("y")),
    ];
}
