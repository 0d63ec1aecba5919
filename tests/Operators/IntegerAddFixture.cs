using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

internal sealed class IntegerAddFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-add"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearAdd", Two("QLinearAdd", 0.21f, 60).Output("y")),
        ("QLinearAdd, ties", Two("QLinearAdd", 0.5f, 60).Output("y")),
        ("QLinearAdd, saturating", Two("QLinearAdd", 0.01f, 128).Output("y")),
        ("QLinearAdd of a constant", Whole().Whole("c", Type.Uint8, [4, 1, 1], 3, 200, 128, 90).Step("c", 0.04f, 99).Step("y", 0.3f, 100)
            .Node("QLinearAdd", "whole in/step in/zero c c/step c/zero y/step y/zero", "y").Of("com.microsoft").Output("y")),
        ("between pairs, given in fractions", Whole().Node("DequantizeLinear", "whole in/step in/zero", "a").Step("other", 0.125f, 30)
            .Node("QuantizeLinear", "maps other/step other/zero", "more").Node("DequantizeLinear", "more other/step other/zero", "b")
            .Node("Add", "a b", "sum").Node("Relu", "sum", "relu").Output("relu")),
        ("between pairs", Whole().Node("DequantizeLinear", "whole in/step in/zero", "a").Step("other", 0.125f, 30)
            .Node("QuantizeLinear", "maps other/step other/zero", "more").Node("DequantizeLinear", "more other/step other/zero", "b")
            .Node("Add", "a b", "sum").Step("out", 0.33f, 80).Node("QuantizeLinear", "sum out/step out/zero", "y").Output("y")),
    ];

    internal static ModelBuilder Two(string opType, float step, int zero) => Whole().Step("other", 0.125f, 30)
        .Node("QuantizeLinear", "maps other/step other/zero", "more").Step("y", step, zero)
        .Node(opType, "whole in/step in/zero more other/step other/zero y/step y/zero", "y").Of("com.microsoft");
}
