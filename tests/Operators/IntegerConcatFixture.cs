namespace Convscope.Tests.Operators;

internal sealed class IntegerConcatFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-concat"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearConcat", Whole().Step("other", 0.125f, 30).Node("QuantizeLinear", "maps other/step other/zero", "more").Step("y", 0.2f, 90)
            .Node("QLinearConcat", "y/step y/zero whole in/step in/zero more other/step other/zero", "y", ("axis", 1)).Of("com.microsoft")
            .Output("y")),
        ("between pairs", Whole().Node("DequantizeLinear", "whole in/step in/zero", "a").Step("other", 0.125f, 30)
            .Node("QuantizeLinear", "maps other/step other/zero", "more").Node("DequantizeLinear", "more other/step other/zero", "b")
            .Node("Concat", "a b", "both", ("axis", 1)).Step("out", 0.33f, 80).Node("QuantizeLinear", "both out/step out/zero", "y")
                .Output("y")),
    ];
}
