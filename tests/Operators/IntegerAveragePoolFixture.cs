namespace Convscope.Tests.Operators;

internal sealed class IntegerAveragePoolFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["integer-average-pool"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("QLinearGlobalAveragePool", Whole().Step("y", 0.013f, 77).Node("QLinearGlobalAveragePool",
            "whole in/step in/zero y/step y/zero", "y")
            .Of("com.microsoft").Output("y")),
        ("QLinearAveragePool", Whole().Step("y", 0.21f, 77).Node("QLinearAveragePool", "whole in/step in/zero y/step y/zero", "y",
            ("kernel_shape", new[] { 2, 3 }), ("strides", new[] { 2, 2 })).Of("com.microsoft").Output("y")),
        ("QLinearAveragePool, ties, padding counts", Whole(0.5f).Step("y", 0.25f, 20).Node("QLinearAveragePool",
            "whole in/step in/zero y/step y/zero", "y", ("kernel_shape", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }),
            ("count_include_pad", 1)).Of("com.microsoft").Output("y")),
        ("between pairs", Whole().Node("DequantizeLinear", "whole in/step in/zero", "real").Node("GlobalAveragePool", "real", "mean")
            .Step("out", 0.013f, 77).Node("QuantizeLinear", "mean out/step out/zero", "y").Output("y")),
    ];
}
