namespace Convscope.Tests.Operators;

internal sealed class GroupNormFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["group-norm", "layer-norm"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two groups, a scale a unit", Maps(opset: 21).Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
            .Node("GroupNormalization", "maps scale shift", "y", ("num_groups", 2)).Output("y")),
        ("two groups, written by reshapes", Written().Output("normal")),
        ("two groups, written by reshapes, with a scale and a shift", Written().Floats("scale", [4, 1, 1], 1.5f, -0.5f, 1, 0.7f)
            .Floats("shift", [4, 1, 1], 0.1f, 0.2f, -0.3f, 0)
            .Node("Mul", "normal scale", "scaled").Node("Add", "scaled shift", "y").Output("y")),
        ("layer, of a vector", Numbers(opset: 17, count: 4).Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f)
            .Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0).Node("LayerNormalization", "numbers scale shift", "y").Output("y")),
        ("layer, without shift", Numbers(opset: 17, count: 4).Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f)
            .Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0).Node("LayerNormalization", "numbers scale", "y", ("epsilon", 0.01f)).Output("y")),
    ];

    /// <summary>As PyTorch exports it before opset 18.</summary>
    internal static ModelBuilder Written() =>
        Maps().Longs("groups", 1, 2, -1).Longs("whole", 1, 4, 6, 7).Floats("ones", [2], 1, 1).Floats("zeros", [2], 0, 0)
        .Node("Reshape", "maps groups", "cut").Node("InstanceNormalization", "cut ones zeros", "same")
            .Node("Reshape", "same whole", "normal");
}
