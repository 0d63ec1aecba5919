namespace Convscope.Tests.Operators;

internal sealed class PowFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["pow"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("a negative base", Maps().Floats("c", [], 3).Node("Pow", "maps c", "y").Output("y")),
        ("the square", Maps().Floats("c", [], 2).Node("Pow", "maps c", "y").Output("y")),
        ("a root", Maps().Node("Tanh", "maps", "t").Node("Abs", "t", "a").Floats("small", [], 0.5f).Node("Add", "a small", "d")
            .Floats("c", [], 0.5f).Node("Pow", "d c", "y").Output("y")),
        ("two inputs", Maps().Node("Tanh", "maps", "t").Node("Abs", "t", "a").Floats("small", [], 0.5f).Node("Add", "a small", "d")
            .Node("Pow", "d t", "y").Output("y")),
        ("a constant to the power", Maps().Floats("c", [], 1.5f).Node("Pow", "c maps", "y").Output("y")),
    ];
}
