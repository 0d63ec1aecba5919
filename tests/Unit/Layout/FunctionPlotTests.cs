using Convscope.Core.Layout;

namespace Convscope.Tests.Unit.Layout;

public sealed class FunctionPlotTests
{
    [Fact]
    public void StraightPiecesAreThreePoints() =>
        Assert.Equal(2, new FunctionPlot(x => Math.Max(0, x), -3, 3).Curve.Count(c => c == 'L'));

    [Fact]
    public void ZeroAndTheWholeRangeAreInside()
    {
        var plot = new FunctionPlot(x => x * x, 2, 5);
        Assert.True(plot.Left < 0 && plot.Right > 5 && plot.Bottom < 0 && plot.Top > 25);
        Assert.Contains(plot.Across, tick => tick.Label == "0");
        Assert.InRange(plot.X(5), plot.AreaLeft, plot.AreaLeft + plot.AreaWidth);
        Assert.True(plot.Y(25) < plot.Y(4));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1e-6, 1e-6)]
    [InlineData(-1e7, 3)]
    public void AnyRangeHasAFewTicks(double from, double to)
    {
        var plot = new FunctionPlot(Math.Tanh, from, to);
        Assert.InRange(plot.Across.Length, 2, 8);
        Assert.Equal(plot.Across.Length, plot.Across.Select(tick => tick.Label).Distinct().Count());
    }
}
