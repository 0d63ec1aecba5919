using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

internal sealed class IntegerConvFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-conv"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearConv", Linear(0.37f, 128).Output("y")),
        ("QLinearConv, ties and saturation", Whole(0.5f).WholeWeights("w", Type.Int8, 3, 4, 3, 3).Step("w", 0.5f, 0, Type.Int8).Step("y",
            64, 10)
            .Node("QLinearConv", "whole in/step in/zero w w/step w/zero y/step y/zero", "y").Output("y")),
        ("QLinearConv, saturating", Linear(0.002f, 3).Output("y")),
        ("QLinearConv, a step a unit, padded, stride", Whole(0.03f, 120).WholeWeights("w", Type.Int8, 3, 4, 3, 3)
            .Floats("w/step", [3], 0.02f, 0.001f, 0.013f).Whole("w/zero", Type.Int8, [3], 0, 0, 0).Step("y", 0.31f, 4)
            .Whole("b", Type.Int32, [3], 100, -20000, 7)
            .Node("QLinearConv", "whole in/step in/zero w w/step w/zero y/step y/zero b", "y", ("pads", new[] { 1, 2, 1, 0 }),
                ("strides", new[] { 2, 1 })).Output("y")),
        ("QLinearConv, depthwise, dilation", Whole().WholeWeights("w", Type.Uint8, 4, 1, 2, 2).Step("w", 0.02f, 131).Step("y", 0.1f, 0)
            .Node("QLinearConv", "whole in/step in/zero w w/step w/zero y/step y/zero", "y", ("group", 4),
                ("dilations", new[] { 2, 1 })).Output("y")),
        ("QLinearConv, signed", Whole(0.03f, -8, Type.Int8).WholeWeights("w", Type.Int8, 3, 4, 3, 3).Step("w", 0.02f, 0, Type.Int8)
            .Step("y", 0.31f, 4, Type.Int8).Node("QLinearConv", "whole in/step in/zero w w/step w/zero y/step y/zero", "y").Output("y")),
        ("ConvInteger", Whole().WholeWeights("w", Type.Uint8, 3, 4, 3, 3).Whole("z", Type.Uint8, [], 125)
            .Node("ConvInteger", "whole w in/zero z", "sums", ("pads", new[] { 1, 1, 1, 1 })).Output("sums")),
        ("ConvInteger, scaled, with a bias", Whole().WholeWeights("w", Type.Int8, 3, 4, 3, 3).Node("ConvInteger", "whole w in/zero", "sums")
            .Node("Cast", "sums", "real", ("to", 1)).Floats("scale", [], 0.0123f).Node("Mul", "real scale", "scaled")
            .Floats("bias", [3, 1, 1], 0.5f, -7, 0.1f).Node("Add", "scaled bias", "y").Output("y")),
        ("ConvInteger of what fits the picture", Maps().Node("DynamicQuantizeLinear", "maps", "whole step zero")
            .WholeWeights("w", Type.Uint8, 3, 4, 3, 3).Whole("z", Type.Uint8, [], 125).Node("ConvInteger", "whole w zero z", "sums")
            .Node("Cast", "sums", "real", ("to", 1)).Floats("scale", [], 0.01f).Node("Mul", "step scale", "both")
            .Node("Mul", "real both", "y").Output("y")),
        ("between pairs", Pair().Node("Conv", "real dw db", "conv").Step("out", 0.4f, 90)
            .Node("QuantizeLinear", "conv out/step out/zero", "y").Output("y")),
        ("between pairs, given in fractions", Pair().Node("Conv", "real dw db", "conv").Node("Relu", "conv", "relu").Output("relu")),
    ];

    private static ModelBuilder Linear(float step, int zero) => Whole().WholeWeights("w", Type.Int8, 3, 4, 3, 3).Step("w", 0.02f, 0,
        Type.Int8)
        .Step("y", step, zero).Whole("b", Type.Int32, [3], 1000, -2000, 3)
        .Node("QLinearConv", "whole in/step in/zero w w/step w/zero y/step y/zero b", "y");

    private static ModelBuilder Pair() => Whole().Node("DequantizeLinear", "whole in/step in/zero", "real")
        .WholeWeights("w", Type.Int8, 3, 4, 3, 3).Floats("w/step", [3], 0.02f, 0.001f, 0.013f).Whole("w/zero", Type.Int8, [3], 0, 0, 0)
        .Node("DequantizeLinear", "w w/step w/zero", "dw", ("axis", 0)).Whole("b", Type.Int32, [3], 100, -2000, 7)
        .Floats("b/step", [3], 0.25f * 0.02f, 0.25f * 0.001f, 0.25f * 0.013f)
        .Node("DequantizeLinear", "b b/step", "db", ("axis", 0));
}
