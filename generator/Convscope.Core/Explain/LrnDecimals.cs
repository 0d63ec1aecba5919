namespace Convscope.Core.Explain;

/// <summary>The settings of a local response normalisation.</summary>
public sealed record LrnSettings(double Alpha, double Beta, double Bias, int Size)
{
    /// <summary>What is raised to the power of beta.</summary>
    public double Base(double sumOfSquares) => Bias + (Alpha / Size * sumOfSquares);

    /// <summary>The whole formula.</summary>
    public double Apply(double x, double sumOfSquares) => x / Math.Pow(Base(sumOfSquares), Beta);
}

/// <summary>
/// How many decimals a local response normalisation shows so that every step can be worked out again, for every cell of a map.
/// </summary>
/// <param name="X">Of the operands.</param>
/// <param name="Square">Of their squares.</param>
/// <param name="Sum">Of the squares' sum.</param>
/// <param name="Base">Of the base of the power.</param>
/// <param name="Y">Of the result.</param>
public sealed record LrnDecimals(int X, int Square, int Sum, int Base, int Y)
{
    /// <summary>The fewest, found from the result back to the operands.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="maps">The neighbouring units' maps.</param>
    /// <param name="own">Which of them is the unit's own.</param>
    /// <param name="ys">The recorded output.</param>
    /// <param name="y">Decimals wanted of the result.</param>
    public static LrnDecimals Of(LrnSettings settings, float[][] maps, int own, float[] ys, int y)
    {
        var cells = Enumerable.Range(0, ys.Length).Where(i => float.IsFinite(ys[i]))
            .Select(i => new LrnCell([.. maps.Select(map => (double)map[i])], maps[own][i], ys[i])).ToArray();
        foreach (var cell in cells) y = Decimals.Settle(y, settings.Apply(cell.X, cell.Sum), cell.Y);

        bool GivesResult(LrnCell cell, double x, int power) => Decimals.IsWithinOne(
            x / Math.Pow(Number.Round(settings.Base(cell.Sum), power), settings.Beta), Number.Round(cell.Y, y), y);
        var power = Fewest(y, d => cells.All(cell => GivesResult(cell, cell.X, d)));
        var sum = Fewest(2, d => cells.All(cell => Decimals.IsWithinOne(
            settings.Base(Number.Round(cell.Sum, d)), Number.Round(settings.Base(cell.Sum), power), power)));
        var square = Fewest(sum, d => cells.All(cell => Decimals.IsWithinOne(
            cell.Neighbours.Sum(x => Number.Round(x * x, d)), Number.Round(cell.Sum, sum), sum)));
        var operand = Fewest(2, d => cells.All(cell => GivesResult(cell, Number.Round(cell.X, d), power) && cell.Neighbours.All(
            x => Decimals.IsWithinOne(Number.Round(x, d) * Number.Round(x, d), Number.Round(x * x, square), square))));
        return new(operand, square, sum, power, y);
    }

    private static int Fewest(int least, Func<int, bool> isEnough)
    {
        var decimals = least;
        while (decimals < Decimals.Most && !isEnough(decimals)) decimals++;
        return decimals;
    }

    private sealed record LrnCell(double[] Neighbours, double X, double Y)
    {
        public double Sum { get; } = Neighbours.Sum(x => x * x);
    }
}
