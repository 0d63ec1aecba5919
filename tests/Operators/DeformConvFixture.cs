namespace Convscope.Tests.Operators;

internal sealed class DeformConvFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["deform-conv"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("plain", Offsets(18).Weights("w", 3, 4, 3, 3).Weights("b", 3)
            .Node("DeformConv", "maps w offsets b", "y", ("pads", new[] { 1, 1, 1, 1 })).Output("y")),
        ("with a mask, no bias", Offsets(18).Weights("wm", 9, 3, 1, 1).Node("Conv", "image wm", "raw").Node("Sigmoid", "raw", "mask")
            .Weights("w", 3, 4, 3, 3).Node("DeformConv", "maps w offsets - mask", "y", ("pads", new[] { 1, 1, 1, 1 })).Output("y")),
        ("two groups, two of offsets", Offsets(16).Weights("w", 4, 2, 2, 2).Weights("b", 4)
            .Node("DeformConv", "maps w offsets b", "y", ("group", 2), ("offset_group", 2), ("pads", new[] { 0, 1, 1, 0 })).Output("y")),
        ("dilated", Offsets(8).Weights("w", 2, 4, 2, 2)
            .Node("DeformConv", "maps w offsets", "y", ("dilations", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 })).Output("y")),
    ];

    /// <summary>Maps, and offsets for each of their cells, that a convolution computes.</summary>
    private static ModelBuilder Offsets(int count) => Maps(opset: 19).Weights("wo", count, 3, 1, 1).Weights("bo", count)
        .Node("Conv", "image wo bo", "offsets");
}
