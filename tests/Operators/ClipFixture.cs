namespace Convscope.Tests.Operators;

internal sealed class ClipFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["clip"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("ReLU6", Maps().Floats("low", [], 0).Floats("high", [], 6).Node("Clip", "maps low high", "y").Output("y")),
        ("both bounds, opset 6 attributes", Maps(opset: 10).Node("Clip", "maps", "y", ("min", -1.5f), ("max", 2.25f)).Output("y")),
        ("lower bound only", Maps().Floats("low", [], -0.3f).Node("Clip", "maps low", "y").Output("y")),
        ("upper bound only", Maps().Floats("high", [], 0.7f).Node("Clip", "maps - high", "y").Output("y")),
        ("lower bound only, opset 6 attribute", Maps(opset: 10).Node("Clip", "maps", "y", ("min", 0.1f)).Output("y")),
        ("lower bound above the upper", Maps().Floats("low", [], 1).Floats("high", [], -1).Node("Clip", "maps low high", "y").Output("y")),
        ("no bound", Maps().Node("Clip", "maps", "y").Output("y")),
    ];
}
