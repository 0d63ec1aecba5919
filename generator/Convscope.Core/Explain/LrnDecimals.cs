namespace Convscope.Core.Explain;

/// <summary>The settings of a local response normalisation.</summary>
public sealed record LrnSettings(double Alpha, double Beta, double Bias, int Size)
{
    /// <summary>What is raised to the power of beta.</summary>
    public double Base(double sumOfSquares) => Bias + (Alpha / Size * sumOfSquares);

    /// <summary>The whole formula.</summary>
    public double Apply(double x, double sumOfSquares) => x / Math.Pow(Base(sumOfSquares), Beta);

    /// <summary>The settings as they are read with so many more decimals than those of the shortest decimal for each.</summary>
    public LrnSettings Read(int more) =>
        this with { Alpha = Shown(Alpha, more).Value, Beta = Shown(Beta, more).Value, Bias = Shown(Bias, more).Value };

    /// <summary>A setting with so many more decimals.</summary>
    public static Number Shown(double setting, int more)
    {
        var whole = Number.Whole(setting);
        return whole with { Decimals = Math.Min(whole.Decimals + more, Decimals.Most) };
    }
}

/// <summary>
/// How many decimals a local response normalisation shows so that every step can be worked out again, for every cell of a map.
/// </summary>
/// <param name="X">Of the operands.</param>
/// <param name="Square">Of their squares.</param>
/// <param name="Sum">Of the squares' sum.</param>
/// <param name="Base">Of the base of the power.</param>
/// <param name="Y">Of the result.</param>
/// <param name="More">Of the settings, beyond those of the shortest decimal for each: times a large sum, what that leaves out is
/// seen.</param>
public sealed record LrnDecimals(int X, int Square, int Sum, int Base, int Y, int More)
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

        bool GivesResult(LrnCell cell, double x, double beta, int power) => Decimals.IsWithinOne(
            x / Math.Pow(Number.Round(settings.Base(cell.Sum), power), beta), Number.Round(cell.Y, y), y);
        bool GivesBase(LrnCell cell, double sum, LrnSettings read, int power) => Decimals.IsWithinOne(
            read.Base(sum), Number.Round(settings.Base(cell.Sum), power), power);
        int First(int wanted, Func<LrnCell, double> number) =>
            cells.Length == 0 ? wanted : Math.Min(wanted, Decimals.ForMagnitude(cells.Max(cell => Math.Abs(number(cell)))));
        var power = Fewest(First(y, cell => settings.Base(cell.Sum)), d => cells.All(cell => GivesResult(cell, cell.X, settings.Beta, d)));
        var more = Fewest(0, d => settings.Read(d) is var read && cells.All(
            cell => GivesResult(cell, cell.X, read.Beta, power) && GivesBase(cell, cell.Sum, read, power)));
        var shown = settings.Read(more);
        var sum = Fewest(First(2, cell => cell.Sum), d => cells.All(cell => GivesBase(cell, Number.Round(cell.Sum, d), shown, power)));
        var square = Fewest(sum, d => cells.All(cell => Decimals.IsWithinOne(
            cell.Neighbours.Sum(x => Number.Round(x * x, d)), Number.Round(cell.Sum, sum), sum)));
        var operand = Fewest(First(2, cell => cell.Neighbours.Max(Math.Abs)), d =>
            cells.All(cell => GivesResult(cell, Number.Round(cell.X, d), shown.Beta, power) && cell.Neighbours.All(
            x => Decimals.IsWithinOne(Number.Round(x, d) * Number.Round(x, d), Number.Round(x * x, square), square))));
        return new(operand, square, sum, power, y, more);
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
