using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

internal sealed class DequantizeFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["dequantize"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("one step", Whole().Node("DequantizeLinear", "whole in/step in/zero", "real").Output("real")),
        ("a step a unit", Maps().Floats("step", [4], 0.5f, 0.02f, 0.1f, 0.003f).Whole("zero", Type.Int8, [4], 0, -5, 7, 127)
            .Node("QuantizeLinear", "maps step zero", "whole").Node("DequantizeLinear", "whole step zero", "real").Output("real")),
        ("of a sum, 32 bits", Whole().WholeWeights("w", Type.Int8, 3, 4, 3, 3).Node("ConvInteger", "whole w in/zero", "sums")
            .Floats("step", [], 0.0011f).Node("DequantizeLinear", "sums step", "real").Output("real")),
    ];
}
