namespace Convscope.Core.Explain;

/// <summary>The numbers of a normalisation of one unit.</summary>
public sealed record NormalisationSettings(double Mean, double Variance, double Epsilon, double Scale, double Shift)
{
    /// <summary>What the difference from the mean is divided by.</summary>
    public double Spread => Math.Sqrt(Variance + Epsilon);

    /// <summary>The whole formula.</summary>
    public double Apply(double x) => ((x - Mean) / Spread * Scale) + Shift;
}

/// <summary>
/// How many decimals a normalisation shows so that every step can be worked out again from what is shown. They do for every cell of a
/// map, so that they stay while the cell moves.
/// </summary>
/// <param name="X">Of operand and mean.</param>
/// <param name="Variance">Of the variance.</param>
/// <param name="Epsilon">Of the epsilon: those of its shortest decimal, or more where what that leaves out is seen beside a small
/// variance.</param>
/// <param name="Difference">Of operand less mean.</param>
/// <param name="Spread">Of the spread.</param>
/// <param name="Quotient">Of the quotient and the shift.</param>
/// <param name="Scale">Of the scale.</param>
/// <param name="Y">Of the result.</param>
public sealed record NormalisationDecimals(int X, int Variance, int Epsilon, int Difference, int Spread, int Quotient, int Scale, int Y)
{
    /// <summary>The fewest, found from the result back to the operand.</summary>
    /// <param name="n">The settings.</param>
    /// <param name="xs">The unit's input.</param>
    /// <param name="ys">The unit's recorded output.</param>
    /// <param name="y">Decimals wanted of the result; fewer where single precision didn't compute it that closely.</param>
    public static NormalisationDecimals Of(NormalisationSettings n, float[] xs, float[] ys, int y)
    {
        var cells = xs.Zip(ys, (x, result) => (X: (double)x, Y: (double)result)).Where(cell => double.IsFinite(cell.Y)).ToArray();
        foreach (var cell in cells) y = Decimals.Settle(y, n.Apply(cell.X), cell.Y);
        for (var least = y; ; least++)
        {
            var d = From(n, cells, least, y);
            if (least >= Decimals.Most || d.GivesDirectly(n, cells)) return d;
        }
    }

    private static NormalisationDecimals From(NormalisationSettings n, (double X, double Y)[] cells, int least, int y)
    {
        bool GivesResult(int q, double scale) => cells.All(cell => Decimals.IsWithinOne(
            (Number.Round((cell.X - n.Mean) / n.Spread, q) * scale) + Number.Round(n.Shift, q), Number.Round(cell.Y, y), y));
        var quotient = Fewest(least, q => GivesResult(q, n.Scale));
        var scale = Fewest(least, s => GivesResult(quotient, Number.Round(n.Scale, s)));

        bool GivesQuotient(int d, double spread) => cells.All(cell => Decimals.IsWithinOne(
            Number.Round(cell.X - n.Mean, d) / spread, Number.Round((cell.X - n.Mean) / n.Spread, quotient), quotient));
        var difference = Fewest(least, d => GivesQuotient(d, n.Spread));
        var spread = Fewest(least, s => GivesQuotient(difference, Number.Round(n.Spread, s)));

        bool GivesSpread(double variance, int e) => Decimals.IsWithinOne(
            Math.Sqrt(variance + Number.Round(n.Epsilon, e)), Number.Round(n.Spread, spread), spread);
        var epsilon = Fewest(Number.Whole(n.Epsilon).Decimals, e => GivesSpread(n.Variance, e));
        var variance = Fewest(least, v => GivesSpread(Number.Round(n.Variance, v), epsilon));
        return new(Math.Min(difference + 1, Decimals.Most), variance, epsilon, difference, spread, quotient, scale, y);
    }

    private static int Fewest(int least, Func<int, bool> isEnough)
    {
        var decimals = least;
        while (decimals < Decimals.Most && !isEnough(decimals)) decimals++;
        return decimals;
    }

    /// <summary>Whether the operand and the settings, as they are shown, give the result without the steps between.</summary>
    private bool GivesDirectly(NormalisationSettings n, (double X, double Y)[] cells)
    {
        var shown = new NormalisationSettings(
            Number.Round(n.Mean, X), Number.Round(n.Variance, Variance), Number.Round(n.Epsilon, Epsilon), Number.Round(n.Scale, Scale),
                Number.Round(n.Shift, Quotient));
        return cells.All(cell => Decimals.IsWithinOne(shown.Apply(Number.Round(cell.X, X)), Number.Round(cell.Y, Y), Y));
    }
}
