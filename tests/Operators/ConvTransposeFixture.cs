namespace Convscope.Tests.Operators;

internal sealed class ConvTransposeFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["conv-transpose"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("plain", Of(3, [3, 2, 3, 3], true)),
        ("no bias, even kernel, stride 2, padding 1",
            Of(3, [3, 2, 4, 4], false, ("strides", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }))),
        ("stride beyond the kernel", Of(3, [3, 1, 2, 1], true, ("strides", new[] { 3, 3 }))),
        ("uneven pads and strides", Of(3, [3, 2, 3, 2], true, ("strides", new[] { 2, 3 }), ("pads", new[] { 0, 1, 2, 0 }))),
        ("output padding", Of(3, [3, 2, 3, 3], true, ("strides", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }),
            ("output_padding", new[] { 1, 1 }))),
        ("dilation", Of(3, [3, 2, 3, 2], true, ("dilations", new[] { 2, 3 }), ("strides", new[] { 2, 2 }), ("pads", new[] { 2, 1, 2, 1 }))),
        ("output shape, odd padding", Of(3, [3, 1, 4, 4], true, ("strides", new[] { 2, 2 }), ("output_shape", new[] { 11, 9 }))),
        ("output shape, SAME_UPPER", Of(3, [3, 1, 4, 4], true, ("strides", new[] { 2, 2 }), ("output_shape", new[] { 11, 9 }),
            ("auto_pad", "SAME_UPPER"))),
        ("output shape, SAME_LOWER", Of(3, [3, 1, 4, 4], true, ("strides", new[] { 2, 2 }), ("output_shape", new[] { 11, 9 }),
            ("auto_pad", "SAME_LOWER"))),
        ("SAME_UPPER", Of(3, [3, 1, 3, 3], true, ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_UPPER"))),
        ("SAME_LOWER", Of(3, [3, 1, 3, 3], true, ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_LOWER"))),
        ("VALID", Of(3, [3, 1, 3, 3], true, ("strides", new[] { 2, 2 }), ("auto_pad", "VALID"))),
        ("grouped", new ModelBuilder().Input(1, 3, 4, 4).Weights("v", 4, 3, 1, 1).Weights("w", 4, 3, 2, 2).Weights("b", 6)
            .Node("Conv", "image v", "four").Node("ConvTranspose", "four w b", "up", ("group", 2), ("strides", new[] { 2, 2 }))
                .Output("up")),
        ("depthwise", Of(3, [3, 1, 3, 3], false, ("group", 3), ("strides", new[] { 2, 2 }))),
    ];

    private static ModelBuilder Of(int channels, long[] weights, bool hasBias, params (string, object)[] attributes) =>
        new ModelBuilder().Input(1, channels, 5, 4).Weights("w", weights).Weights("b", weights[1])
            .Node("ConvTranspose", hasBias ? "image w b" : "image w", "up", attributes).Output("up");
}
