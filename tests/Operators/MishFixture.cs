namespace Convscope.Tests.Operators;

internal sealed class MishFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["mish"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("written as softplus, tanh and product", Maps().Node("Softplus", "maps", "s").Node("Tanh", "s", "t").Node("Mul", "maps t", "y")
            .Output("y")),
        ("maps", Maps(opset: 18).Node("Mish", "maps", "y").Output("y")),
    ];
}
