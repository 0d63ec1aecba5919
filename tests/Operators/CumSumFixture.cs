namespace Convscope.Tests.Operators;

internal sealed class CumSumFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["cum-sum"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        .. from axis in new[] { 2, 3, -1 } from reverse in new[] { 0, 1 } from exclusive in new[] { 0, 1 }
           select ($"axis {axis}, reverse {reverse}, exclusive {exclusive}", Maps(14).Scalar("axis", axis)
            .Node("CumSum", "maps axis", "y", ("reverse", reverse), ("exclusive", exclusive)).Output("y")),
        ("of more cells than are written out", new ModelBuilder(14).Input(1, 3, 4, 30).Weights("w", 2, 3, 1, 1)
            .Node("Conv", "image w", "maps").Scalar("axis", 3).Node("CumSum", "maps axis", "y").Output("y")),
        ("of a signal, opset 11", Signals.Of(11).Scalar("axis", 2).Node("CumSum", "signal axis", "y").Output("y")),
        ("from the end, of more cells than are written out", new ModelBuilder(14).Input(1, 3, 4, 30).Weights("w", 2, 3, 1, 1)
            .Node("Conv", "image w", "maps").Scalar("axis", 3)
            .Node("CumSum", "maps axis", "y", ("reverse", 1), ("exclusive", 1)).Output("y")),
    ];
}
