namespace Convscope.Core.Explain;

/// <summary>
/// Chooses how many decimals to show so that a reader with a calculator gets the shown result from the shown operands.
/// The script has a twin of this file (<c>templates/js/decimals.js</c>): change both.
/// </summary>
/// <param name="X">Decimals of operands.</param>
/// <param name="W">Decimals of weights.</param>
/// <param name="P">Decimals of partial sums and the bias.</param>
/// <param name="Y">Decimals of the result.</param>
public sealed record Decimals(int X, int W, int P, int Y)
{
    /// <summary>More decimals than a single-precision number has are never shown.</summary>
    public const int Most = 10;

    /// <summary>Where the search for the fewest starts.</summary>
    public static Decimals Start(int result) => new(2, 2, result, result);

    /// <summary>
    /// Decimals of a result from the largest magnitude of its layer: about three significant digits of it, at least one
    /// and at most six decimals; 1.23, 12.34, 123.4, 0.0123.
    /// </summary>
    public static int ForMagnitude(double magnitude)
    {
        if (magnitude >= 100 || !double.IsFinite(magnitude)) return 1;
        var decimals = 2;
        for (var edge = 1.0; magnitude < edge && decimals < 6; edge /= 10) decimals++;
        return decimals;
    }

    /// <summary>
    /// The fewest decimals, from a start upwards, with which every partial sum and the total add up: first those of the
    /// partial sums until they add up to the result, then those of operands and weights in turn until each partial sum is reached.
    /// </summary>
    /// <param name="parts">The parts of the sum, with their exact terms.</param>
    /// <param name="bias">The bias, or 0.</param>
    /// <param name="result">The exact result.</param>
    /// <param name="start">Decimals below which not to go.</param>
    public static Decimals ForSum(IReadOnlyList<SumPart> parts, double bias, double result, Decimals start)
    {
        var d = start;
        while (d.P < Most && !TotalAddsUp(parts, bias, result, d)) d = d with { P = d.P + 1 };
        var raiseWeights = true;
        foreach (var part in parts)
        {
            while ((d.X < Most || d.W < Most) && !PartAddsUp(part, d))
            {
                if (raiseWeights && d.W < Most) d = d with { W = d.W + 1 };
                else if (d.X < Most) d = d with { X = d.X + 1 };
                raiseWeights = !raiseWeights;
            }
        }

        // More digits can undo a lucky rounding in an earlier part: go round again until all hold.
        return d == start || parts.All(part => PartAddsUp(part, d)) || d is { X: Most, W: Most } ? d : ForSum(parts, bias, result, d with { X = Math.Min(Most, d.X + 1) });
    }

    /// <summary>Whether the shown partial sums and bias add up to the shown result, within one unit of its last digit.</summary>
    public static bool TotalAddsUp(IReadOnlyList<SumPart> parts, double bias, double result, Decimals d)
    {
        var sum = Number.Round(bias, d.P);
        foreach (var part in parts) sum += Number.Round(part.Sum, d.P);
        return IsWithinOne(sum, Number.Round(result, d.Y), d.Y);
    }

    /// <summary>Whether the shown operands and weights of a part add up to its shown sum, within one unit of its last digit.</summary>
    public static bool PartAddsUp(SumPart part, Decimals d)
    {
        if (part.Terms.Length == 0) return true;
        double sum = 0;
        foreach (var term in part.Terms)
            sum += Number.Round(term.X, d.X) * (term.W is { } w ? Number.Round(w, d.W) : 1);
        return IsWithinOne(sum, Number.Round(part.Sum, d.P), d.P);
    }

    /// <summary>Whether two numbers differ by at most one unit of a decimal, but for the noise of binary fractions.</summary>
    public static bool IsWithinOne(double a, double b, int decimals) =>
        Math.Abs(a - b) <= Math.Pow(10, -decimals) * (1 + 1e-6);
}
