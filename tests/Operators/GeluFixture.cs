namespace Convscope.Tests.Operators;

internal sealed class GeluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["gelu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("exact", Maps(opset: 20).Node("Gelu", "maps", "y").Output("y")),
        ("tanh", Maps(opset: 20).Node("Gelu", "maps", "y", ("approximate", "tanh")).Output("y")),
        ("ONNX Runtime's own", Maps().Node("Gelu", "maps", "y").Of("com.microsoft").Output("y")),
        ("ONNX Runtime's own, by tanh", Maps().Node("FastGelu", "maps", "y").Of("com.microsoft").Output("y")),
    ];
}
