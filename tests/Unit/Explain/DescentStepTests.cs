using Convscope.Core.Explain;

namespace Convscope.Tests.Unit.Explain;

public sealed class DescentStepTests
{
    /// <summary>By hand: the error is 0.25 − 1, the gradient −0.75 × 2 = −1.5, and the weight 0.5 + 0.1 × 1.5.</summary>
    [Fact]
    public void AStepIsThatOfAHandComputedOne()
    {
        var step = DescentStep.Of(0.25, true, 2, 0.5, 0.1);
        Assert.Equal(["0.2500", "−0.7500", "2.000", "−1.5000", "0.1", "0.5000", "0.6500"],
            new[] { step.Share, step.Error, step.Input, step.Gradient, step.Rate, step.Before, step.After }.Select(number => number.Shown));
        Assert.Equal(0.475, DescentStep.Of(0.25, false, 1, 0.5, 0.1).After.Exact, 12);
    }

    [Fact]
    public void EveryLineFollowsFromTheNumbersShownBefore()
    {
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            double Any() => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 3));
            var step = DescentStep.Of(Math.Pow(random.NextDouble(), 4), i % 2 == 0, Any(), Any(), Math.Pow(10, -random.Next(1, 5)));
            Assert.Equal(step.Share.Value - step.Target, step.Error.Value, Unit(step.Error));
            Assert.Equal(step.Error.Value * step.Input.Value, step.Gradient.Value, Unit(step.Gradient));
            Assert.Equal(step.Before.Value - (step.Rate.Value * step.Gradient.Value), step.After.Value, Unit(step.After));
            if (Math.Abs(step.Rate.Exact * step.Gradient.Exact) > 1e-9) Assert.NotEqual(step.Before.Shown, step.After.Shown);
        }
    }

    /// <summary>A number that is read doesn't teach a weight anything where it is 0.</summary>
    [Fact]
    public void AZeroTeachesNothing() => Assert.Equal(0.5, DescentStep.Of(0.9, false, 0, 0.5, 0.1).After.Exact);

    private static double Unit(Number number) => 1.001 * Math.Pow(10, -number.Decimals);
}
