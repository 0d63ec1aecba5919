namespace Convscope.Tests.Operators;

internal sealed class ElementaryFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds =>
        ["abs", "ceil", "erf", "exp", "floor", "neg", "reciprocal", "round", "sign", "log", "sqrt", "not"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("abs", Maps().Node("Abs", "maps", "y").Output("y")),
        ("ceil", Maps().Node("Ceil", "maps", "y").Output("y")),
        ("erf", Maps().Node("Erf", "maps", "y").Output("y")),
        ("exp", Maps().Node("Exp", "maps", "y").Output("y")),
        ("floor", Maps().Node("Floor", "maps", "y").Output("y")),
        ("neg", Maps().Node("Neg", "maps", "y").Output("y")),
        ("reciprocal", Maps().Node("Reciprocal", "maps", "y").Output("y")),
        ("round", Maps().Node("Round", "maps", "y").Output("y")),
        ("sign", Maps().Node("Sign", "maps", "y").Output("y")),
        ("log", Maps().Node("Exp", "maps", "e").Node("Log", "e", "y").Output("y")),
        ("not", Maps().Floats("edge", [], 0.5f).Node("Greater", "maps edge", "is").Node("Not", "is", "y").Output("y")),
        ("sqrt", Maps().Node("Abs", "maps", "a").Node("Sqrt", "a", "y").Output("y")),
    ];
}
