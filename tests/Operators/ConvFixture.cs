namespace Convscope.Tests.Operators;

internal sealed class ConvFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["conv"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("plain", new ModelBuilder().Input(1, 3, 9, 8).Weights("w", 4, 3, 3, 3).Weights("b", 4).Node("Conv", "image w b", "conv")
            .Output("conv")),
        ("no bias", new ModelBuilder().Input(1, 1, 7, 7).Weights("w", 2, 1, 3, 3).Node("Conv", "image w", "conv").Output("conv")),
        ("large kernels", new ModelBuilder().Input(1, 3, 12, 12).Weights("v", 2, 3, 5, 5).Weights("w", 2, 2, 11, 11).Weights("b", 2)
            .Node("Conv", "image v", "five", ("pads", new[] { 2, 2, 2, 2 }))
                .Node("Conv", "five w b", "conv", ("pads", new[] { 5, 5, 5, 5 })).Output("conv")),
        ("stride, uneven pads", new ModelBuilder().Input(1, 3, 9, 8).Weights("w", 3, 3, 3, 2).Weights("b", 3)
            .Node("Conv", "image w b", "conv", ("strides", new[] { 2, 3 }), ("pads", new[] { 0, 1, 2, 0 })).Output("conv")),
        ("dilation", new ModelBuilder().Input(1, 1, 9, 10).Weights("w", 2, 1, 3, 3)
            .Node("Conv", "image w", "conv", ("dilations", new[] { 2, 3 }), ("pads", new[] { 2, 3, 2, 3 })).Output("conv")),
        ("grouped", new ModelBuilder().Input(1, 3, 6, 6).Weights("v", 4, 3, 1, 1).Weights("w", 6, 2, 3, 3).Weights("b", 6)
            .Node("Conv", "image v", "four").Node("Conv", "four w b", "conv", ("group", 2)).Output("conv")),
        ("depthwise", new ModelBuilder().Input(1, 3, 6, 6).Weights("w", 3, 1, 3, 3)
            .Node("Conv", "image w", "conv", ("group", 3), ("pads", new[] { 1, 1, 1, 1 })).Output("conv")),
        ("depthwise, two units a channel", new ModelBuilder().Input(1, 3, 6, 6).Weights("w", 6, 1, 3, 3).Weights("b", 6)
            .Node("Conv", "image w b", "conv", ("group", 3)).Output("conv")),
        ("SAME_UPPER", new ModelBuilder().Input(1, 1, 7, 6).Weights("w", 2, 1, 4, 2)
            .Node("Conv", "image w", "conv", ("auto_pad", "SAME_UPPER"), ("strides", new[] { 2, 2 })).Output("conv")),
        ("SAME_LOWER", new ModelBuilder().Input(1, 1, 7, 6).Weights("w", 2, 1, 4, 2)
            .Node("Conv", "image w", "conv", ("auto_pad", "SAME_LOWER")).Output("conv")),
        ("VALID", new ModelBuilder().Input(1, 1, 7, 6).Weights("w", 2, 1, 3, 3)
            .Node("Conv", "image w", "conv", ("auto_pad", "VALID")).Output("conv")),
        ("of a signal", Signals.Of().Weights("w", 2, 3, 3).Weights("b", 2)
            .Node("Conv", "signal w b", "conv", ("pads", new[] { 1, 2 }), ("strides", new[] { 2 }), ("dilations", new[] { 2 }))
                .Output("conv")),
        ("of a signal, grouped, SAME_UPPER", Signals.Of().Weights("w", 3, 1, 4)
            .Node("Conv", "signal w", "conv", ("group", 3), ("auto_pad", "SAME_UPPER")).Output("conv")),
        ("as sums over letters", Maps().Weights("w", 5, 4).Node("Einsum", "maps w", "y", ("equation", "nchw,oc->nohw")).Output("y")),
        ("as sums over letters, channels last", Last().Weights("w", 4, 5).Weights("b", 5)
            .Node("Einsum", "last w", "mixed", ("equation", "nhwc,cd->nhwd")).Node("Add", "mixed b", "y").Output("y")),
        ("as a product of matrices, channels last", Last().Weights("w", 4, 5).Weights("b", 5).Node("MatMul", "last w", "mixed")
            .Node("Add", "b mixed", "y").Output("y")),
        ("as a product of matrices, from the left", Signals.Of().Weights("w", 5, 3).Node("MatMul", "w signal", "y").Output("y")),
        ("as sums over letters, of a signal", Signals.Of().Weights("w", 3, 5).Node("Einsum", "w signal", "y", ("equation", "co,ncl->nol"))
            .Output("y")),
    ];

    private static ModelBuilder Last() => Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 }));
}
