using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

internal sealed class QuantizeFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["quantize"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("one step", Whole().Output("whole")),
        ("int8, saturating on both sides", Whole(0.01f, -3, Type.Int8).Output("whole")),
        ("no zero point", Maps().Floats("step", [], 0.03f).Node("QuantizeLinear", "maps step", "whole").Output("whole")),
        ("a step a unit", Maps().Floats("step", [4], 0.5f, 0.02f, 0.1f, 0.003f).Whole("zero", Type.Int8, [4], 0, -5, 7, 127)
            .Node("QuantizeLinear", "maps step zero", "whole", ("axis", 1)).Output("whole")),
        ("of ties", Whole(0.5f).Node("DequantizeLinear", "whole in/step in/zero", "halves").Step("out", 1, 3, Type.Int8)
            .Node("QuantizeLinear", "halves out/step out/zero", "stored").Output("stored")),
        ("16 bits", Maps().Step("in", 0.001f, 30000, Type.Uint16).Node("QuantizeLinear", "maps in/step in/zero", "whole")
            .Of("com.microsoft").Output("whole")),
    ];
}
