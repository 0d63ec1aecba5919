namespace Convscope.Core.Explain;

/// <summary>
/// Chooses how many decimals to show so that a reader with a calculator gets the shown result from the shown operands.
/// The script has a twin of this file (<c>templates/js/compute/decimals.js</c>): change both.
/// </summary>
/// <param name="X">Decimals of operands.</param>
/// <param name="W">Decimals of weights.</param>
/// <param name="P">Decimals of partial sums and the bias.</param>
/// <param name="Y">Decimals of the result.</param>
public sealed record Decimals(int X, int W, int P, int Y)
{
    /// <summary>More decimals are never needed: the smallest numbers that count are those of single precision.</summary>
    public const int Most = 48;

    /// <summary>Where the search for the fewest starts.</summary>
    public static Decimals Start(int result) => new(2, 2, result, result);

    /// <summary>
    /// Decimals of a result from the largest magnitude of its layer: about three significant digits of it, at least one decimal; 1.23,
    /// 12.34, 123.4, 0.0123. Where single precision has no digits after the point, the eight that it may have.
    /// </summary>
    public static int ForMagnitude(double magnitude)
    {
        if (magnitude >= Coarse && double.IsFinite(magnitude)) return 7 - Number.PowerOf(magnitude);
        if (magnitude >= 100 || !double.IsFinite(magnitude)) return 1;
        var decimals = 2;
        while (magnitude > 0 && magnitude < Tens.Power(2 - decimals) && decimals < Most) decimals++;
        return decimals;
    }

    private const double Coarse = 1 << 24;

    /// <summary>Decimals of operands or weights to begin with: two, and of very small ones as many as show a digit of the
    /// largest.</summary>
    private static int ForLargest(double largest) => Math.Max(2, ForMagnitude(Math.Min(largest, 1)) - 3);

    /// <summary>
    /// The fewest decimals, from a start upwards, with which all adds up: first those of the partial sums, until they give the
    /// result; then those of weights and operands in turn, until they give every partial sum, and the result directly.
    /// </summary>
    /// <param name="parts">The parts of the sum, with their exact terms.</param>
    /// <param name="bias">The bias, or 0.</param>
    /// <param name="result">The exact result.</param>
    /// <param name="start">Decimals below which not to go; only the result may get fewer, see <see cref="Settle"/>.</param>
    public static Decimals ForSum(IReadOnlyList<SumPart> parts, double bias, double result, Decimals start)
    {
        var d = start with { Y = Settle(start.Y, parts.Sum(part => part.Sum) + bias, result) };
        if (!double.IsFinite(result) || parts.Any(part => !double.IsFinite(part.Sum))) return d;
        var terms = parts.SelectMany(part => part.Terms).ToList();
        if (terms.Count > 0)
        {
            d = d with
            {
                X = Math.Max(d.X, ForLargest(terms.Max(term => Math.Abs(term.X)))),
                W = Math.Max(d.W, ForLargest(terms.Max(term => Math.Abs(term.W ?? 1))))
            };
        }

        // Where the result is in tens, its parts begin there too.
        if (d.Y < 0) d = d with { P = Math.Min(d.P, d.Y) };
        while (d.P < Most && !PartsAddUp(parts, bias, result, d)) d = d with { P = d.P + 1 };
        for (var isWeightsTurn = true; d is not { X: Most, W: Most } && !TermsAddUp(parts, bias, result, d); isWeightsTurn = !isWeightsTurn)
        {
            if (isWeightsTurn) d = d with { W = Math.Min(Most, d.W + 1) };
            else d = d with { X = Math.Min(Most, d.X + 1) };
        }

        return d;
    }

    /// <summary>
    /// The decimals of a result: those wanted, or fewer where single precision didn't compute it that closely, because large
    /// operands cancel each other.
    /// </summary>
    public static int Settle(int wanted, double recomputed, double recorded)
    {
        var decimals = wanted;
        if (!double.IsFinite(recomputed) || !double.IsFinite(recorded)) return Math.Min(wanted, 0);
        while (decimals > -Most && !IsWithinOne(recomputed, Number.Round(recorded, decimals), decimals, 0.9)) decimals--;
        return decimals;
    }

    /// <summary>The fewest decimals of operands, at least the result's, with which a function of them gives the shown result.</summary>
    public static int ForOperands(IReadOnlyList<double> operands, Func<double[], double> function, double result, int decimals)
    {
        var shown = decimals;
        if (!double.IsFinite(result) || operands.Any(x => !double.IsFinite(x))) return shown;
        while (shown < Most && !IsWithinOne(function([.. operands.Select(x => Number.Round(x, shown))]), Number.Round(result, decimals),
            decimals)) shown++;
        return shown;
    }

    /// <summary>
    /// Whether the shown partial sums and bias add up to the shown result, and leave the operands room to give it directly:
    /// no digits of operands can make up for a bias, or the rest of a long sum, rounded too far.
    /// </summary>
    public static bool PartsAddUp(IReadOnlyList<SumPart> parts, double bias, double result, Decimals d)
    {
        var sum = Number.Round(bias, d.P);
        var direct = sum;
        foreach (var part in parts)
        {
            var shown = Number.Round(part.Sum, d.P);
            sum += shown;
            direct += part.Terms.Length == 0 ? shown : part.Sum;
        }

        var y = Number.Round(result, d.Y);
        return IsWithinOne(sum, y, d.Y) && IsWithinOne(direct, y, d.Y, 0.95);
    }

    /// <summary>Whether the shown operands and weights give every shown partial sum, and with the bias the shown result.</summary>
    public static bool TermsAddUp(IReadOnlyList<SumPart> parts, double bias, double result, Decimals d)
    {
        var total = Number.Round(bias, d.P);
        foreach (var part in parts)
        {
            var shown = Number.Round(part.Sum, d.P);
            var sum = part.Terms.Length == 0 ? shown : 0;
            foreach (var term in part.Terms)
                sum += Number.Round(term.X, d.X) * (term.W is { } w ? Number.Round(w, d.W) : 1);
            if (!IsWithinOne(sum, shown, d.P)) return false;
            total += sum;
        }

        return IsWithinOne(total, Number.Round(result, d.Y), d.Y);
    }

    /// <summary>
    /// Whether two numbers differ by less than one unit of a decimal: a little less, so that the answer doesn't hang on the
    /// last bit of a binary fraction.
    /// </summary>
    public static bool IsWithinOne(double a, double b, int decimals, double units = 0.999) =>
        Math.Abs(a - b) < units * Tens.Power(-decimals);
}
