namespace Convscope.Tests.Operators;

internal sealed class InstanceNormFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["instance-norm"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default epsilon", Maps().Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Node("InstanceNormalization", "maps scale shift", "y").Output("y")),
        ("a larger epsilon", Maps().Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Node("InstanceNormalization", "maps scale shift", "y", ("epsilon", 0.1f)).Output("y")),
    ];
}
