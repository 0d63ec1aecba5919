namespace Convscope.Core.Explain;

/// <summary>
/// One step of gradient descent for one weight of a dense layer before a softmax, on one picture. With the cross-entropy
/// <c>L = -ln p_y</c>, the gradient of a weight is <c>(p - y) x</c>: https://cs231n.github.io/neural-networks-case-study/#grad.
/// </summary>
/// <param name="Share">The class's probability <c>p</c>.</param>
/// <param name="Target">1 where it is the picture's class, else 0: <c>y</c>.</param>
/// <param name="Error"><c>p - y</c>.</param>
/// <param name="Input">The activation <c>x</c> that the weight multiplies.</param>
/// <param name="Gradient"><c>(p - y) x</c>.</param>
/// <param name="Rate">The learning rate, with all its digits.</param>
/// <param name="Before">The weight before the step.</param>
/// <param name="After">And after it: the weight, less the rate times the gradient.</param>
public sealed record DescentStep(
    Number Share, int Target, Number Error, Number Input, Number Gradient, Number Rate, Number Before, Number After)
{
    private const int Fewest = 4;

    /// <summary>Works the step out, with as many decimals as a reader needs to get each line from the one before.</summary>
    public static DescentStep Of(double share, bool isTarget, double input, double weight, double rate)
    {
        var target = isTarget ? 1 : 0;
        var error = share - target;
        var gradient = error * input;
        var change = rate * gradient;

        // So many that the change itself has three digits, where they can be written out.
        var w = Math.Clamp(2 - PowerOf(change), Fewest, Number.MostPlain);
        var g = Fewest;
        while (g < Decimals.Most && !Decimals.IsWithinOne(
            Number.Round(weight, w) - (rate * Number.Round(gradient, g)), Number.Round(weight - change, w), w)) g++;
        var (e, x) = (Math.Max(Fewest, 2 - PowerOf(error)), 3);
        for (var isErrorsTurn = false; e < Decimals.Most && !Decimals.IsWithinOne(
            Number.Round(error, e) * Number.Round(input, x), Number.Round(gradient, g), g); isErrorsTurn = !isErrorsTurn)
        {
            if (isErrorsTurn) e++;
            else x++;
        }

        return new(new(share, e), target, new(error, e), new(input, x), new(gradient, g), Number.Whole(rate), new(weight, w),
            new(weight - change, w));
    }

    private static int PowerOf(double value) => value == 0 ? 0 : Number.PowerOf(value);
}
