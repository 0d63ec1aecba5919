namespace Convscope.Tests.Operators;

internal sealed class SiluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["silu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("x times its sigmoid", Maps().Node("Sigmoid", "maps", "s").Node("Mul", "maps s", "y").Output("y")),
        ("its sigmoid times x", Maps().Node("Sigmoid", "maps", "s").Node("Mul", "s maps", "y").Output("y")),
        ("of a vector", Numbers().Node("Sigmoid", "numbers", "s").Node("Mul", "numbers s", "y").Output("y")),
        ("ONNX Runtime's own, with a slope", Maps().Node("QuickGelu", "maps", "y", ("alpha", 1.702f)).Of("com.microsoft").Output("y")),
    ];
}
