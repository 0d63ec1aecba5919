namespace Convscope.Tests.Operators;

internal sealed class IntegerFunctionFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-function"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearLeakyRelu", Whole().Step("y", 0.3f, 40).Node("QLinearLeakyRelu", "whole in/step in/zero y/step y/zero", "y", ("alpha",
            0.1f))
            .Of("com.microsoft").Output("y")),
        ("QLinearSigmoid", Whole().Step("y", 1 / 256f, 0).Node("QLinearSigmoid", "whole in/step in/zero y/step y/zero", "y")
            .Of("com.microsoft").Output("y")),
        ("ReLU between pairs", Whole().Node("DequantizeLinear", "whole in/step in/zero", "real").Node("Relu", "real", "relu")
            .Step("out", 0.1f, 0).Node("QuantizeLinear", "relu out/step out/zero", "y").Output("y")),
        ("ReLU of fractions, ties", Whole(0.5f).Node("DequantizeLinear", "whole in/step in/zero", "real").Node("LeakyRelu", "real", "relu",
            ("alpha", 0.5f)).Step("out", 0.5f, 0).Node("QuantizeLinear", "relu out/step out/zero", "y").Output("y")),
        ("ReLU6 before storing", Maps().Floats("low", [], 0).Floats("high", [], 6).Node("Clip", "maps low high", "relu").Step("out",
            0.1f, 0)
            .Node("QuantizeLinear", "relu out/step out/zero", "y").Output("y")),
    ];
}
