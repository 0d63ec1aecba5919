using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

internal sealed class IntegerMulFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-mul"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearMul", Two("QLinearMul", 0.21f, 60).Output("y")),
        ("QLinearMul, ties", Two("QLinearMul", 0.5f, 60).Output("y")),
        ("QLinearMul of a constant", Whole().Whole("c", Type.Uint8, [4, 1, 1], 3, 200, 128, 90).Step("c", 0.04f, 99).Step("y", 0.3f, 100)
            .Node("QLinearMul", "whole in/step in/zero c c/step c/zero y/step y/zero", "y").Of("com.microsoft").Output("y")),
    ];

    private static ModelBuilder Two(string opType, float step, int zero) => IntegerAddFixture.Two(opType, step, zero);
}
