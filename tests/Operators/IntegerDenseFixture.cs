using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

internal sealed class IntegerDenseFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-dense"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearMatMul", Row().WholeWeights("w", Type.Int8, 8, 5).Step("w", 0.02f, 0, Type.Int8).Step("y", 0.3f, 12)
            .Node("QLinearMatMul", "row in/step in/zero w w/step w/zero y/step y/zero", "y").Output("y")),
        ("QLinearMatMul, a step a unit, ties", Row(0.5f).WholeWeights("w", Type.Uint8, 8, 3).Floats("w/step", [3], 0.5f, 0.25f, 0.02f)
            .Whole("w/zero", Type.Uint8, [3], 120, 128, 3).Step("y", 16, 100)
            .Node("QLinearMatMul", "row in/step in/zero w w/step w/zero y/step y/zero", "y").Output("y")),
        ("MatMulInteger, scaled, with a bias", Row().WholeWeights("w", Type.Uint8, 8, 5).Whole("z", Type.Uint8, [], 113)
            .Node("MatMulInteger", "row w in/zero z", "sums").Node("Cast", "sums", "real", ("to", 1)).Floats("scale", [], 0.005f)
            .Node("Mul", "real scale", "scaled").Floats("b", [1, 5], 0.1f, 2, -3, 0, 7).Node("Add", "scaled b", "y").Output("y")),
        ("QGemm", Row(0.1f, 3).WholeWeights("w", Type.Int8, 5, 8).Step("w", 0.02f, 0, Type.Int8).Whole("b", Type.Int32, [5], 5, -70, 900,
            0, 3)
            .Step("y", 0.11f, 128).Node("QGemm", "row in/step in/zero w w/step w/zero b y/step y/zero", "y", ("transB", 1))
            .Of("com.microsoft").Output("y")),
        ("QGemm, in fractions", Row(0.1f, 3).WholeWeights("w", Type.Uint8, 8, 5).Step("w", 0.02f, 130)
            .Node("QGemm", "row in/step in/zero w w/step w/zero", "y", ("alpha", 0.5f)).Of("com.microsoft").Output("y")),
        ("between pairs", Row().Node("DequantizeLinear", "row in/step in/zero", "real").WholeWeights("w", Type.Int8, 8, 5)
            .Step("w", 0.02f, 0, Type.Int8).Node("DequantizeLinear", "w w/step w/zero", "dw").Whole("b", Type.Int32, [5], 5, -70, 900, 0, 3)
            .Floats("b/step", [], 0.25f * 0.02f).Node("DequantizeLinear", "b b/step", "db").Node("Gemm", "real dw db", "fc")
            .Step("out", 0.3f, 100).Node("QuantizeLinear", "fc out/step out/zero", "y").Output("y")),
    ];
}
