namespace Convscope.Tests.Operators;

internal sealed class BatchNormFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["batch-norm"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default epsilon", Maps().Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Floats("mean", [4], 0.05f, -1.1f, 0.2f, 0).Floats("variance", [4], 1, 0.5f, 2.25f, 0.9f)
            .Node("BatchNormalization", "maps scale shift mean variance", "y").Output("y")),
        ("a larger epsilon", Maps().Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Floats("mean", [4], 0.05f, -1.1f, 0.2f, 0).Floats("variance", [4], 1, 0.5f, 2, 0.9f)
            .Node("BatchNormalization", "maps scale shift mean variance", "y", ("epsilon", 0.001f)).Output("y")),
        ("a unit without variance", Maps().Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Floats("mean", [4], 0.05f, -1.1f, 0.2f, 0).Floats("variance", [4], 1, 0.5f, 0, 0.9f)
            .Node("BatchNormalization", "maps scale shift mean variance", "y").Output("y")),
        ("opset 9", Maps(opset: 9).Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Floats("mean", [4], 0.05f, -1.1f, 0.2f, 0).Floats("variance", [4], 1, 0.5f, 3, 0.9f)
            .Node("BatchNormalization", "maps scale shift mean variance", "y", ("epsilon", 0.00001f)).Output("y")),
        ("a vector", Numbers(count: 4).Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Floats("mean", [4], 0.05f, -1.1f, 0.2f, 0).Floats("variance", [4], 1, 0.5f, 3, 0.9f)
            .Node("BatchNormalization", "numbers scale shift mean variance", "y").Output("y")),
    ];
}
