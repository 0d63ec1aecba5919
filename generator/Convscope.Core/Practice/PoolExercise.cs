using Convscope.Core.Explain;

namespace Convscope.Core.Practice;

/// <summary>A window that slides over a few cells of a map: what it gives at one of its places.</summary>
/// <param name="Kernel">Rows and columns of the window.</param>
/// <param name="Stride">How far it moves, down and to the right.</param>
/// <param name="Places">At how many places it fits, down and to the right.</param>
/// <param name="At">The place that is asked for.</param>
internal sealed record PoolExercise((int Rows, int Columns) Kernel, (int Down, int Right) Stride, (int Rows, int Columns) Places,
    (int Row, int Column) At)
{
    /// <summary>More rows or columns are too many to copy from a page.</summary>
    private const int MostAcross = 7;

    /// <summary>Whether two places beside each other are few enough cells.</summary>
    public static bool Fits(int kernel, int stride) => kernel * kernel > 1 && kernel + stride <= MostAcross;

    /// <summary>Rows and columns of the cells that are shown.</summary>
    public (int Rows, int Columns) Across =>
        (((Places.Rows - 1) * Stride.Down) + Kernel.Rows, ((Places.Columns - 1) * Stride.Right) + Kernel.Columns);

    /// <summary>The exercise.</summary>
    /// <param name="question">The key of the question; its values are the window's sides, its stride, the row and the column.</param>
    /// <param name="values">The cells that are shown, row by row.</param>
    /// <param name="isMean">Whether the mean is asked for; otherwise the largest.</param>
    public Exercise? Pose(string question, IReadOnlyCollection<double> values, bool isMean)
    {
        var cells = Written.Rounded(values);
        if (cells.Select(cell => cell.Value).Distinct().Count() < Math.Min(4, cells.Length)) return null;
        var window = Window(cells, At.Row * Stride.Down, At.Column * Stride.Right);
        if (window.Distinct().Count() < 2) return null;

        var decimals = cells[0].Decimals;
        double mean = window.Average(cell => cell.Value), largest = window.Max(cell => cell.Value);
        var answer = new Number(isMean ? mean : largest, decimals);
        var step = isMean ? $"({Written.Sum(window)}) / {window.Length} = {answer.Shown}"
            : $"max({string.Join("; ", window.Select(cell => cell.Shown))}) = {answer.Shown}";
        double Of(Number[] cells) => isMean ? cells.Average(cell => cell.Value) : cells.Max(cell => cell.Value);
        return Exercise.Of(
            new(question, Texts.Phrase.Sides(Kernel.Rows, Kernel.Columns), Texts.Phrase.Pair(Stride.Down, Stride.Right), At.Row, At.Column),
            [GivenNumbers.Grid("pr_cells", cells, Across.Columns)], answer, [step],
            new(isMean ? "largest" : "mean", isMean ? largest : mean),
            new("not_divided", isMean ? window.Sum(cell => cell.Value) : double.NaN),
            new("smallest", window.Min(cell => cell.Value)),
            new("no_sign", Of([.. window.Select(cell => cell with { Exact = Math.Abs(cell.Exact) })])),
            new("crossed", At.Row < Places.Columns && At.Column < Places.Rows
                ? Of(Window(cells, At.Column * Stride.Down, At.Row * Stride.Right)) : double.NaN),
            new("stride_one", Of(Window(cells, At.Row, At.Column))),
            new("whole_map", Of(cells)));
    }

    private Number[] Window(Number[] cells, int top, int left) =>
    [
        .. from row in Enumerable.Range(top, Kernel.Rows)
        from column in Enumerable.Range(left, Kernel.Columns)
        select cells[(row * Across.Columns) + column],
    ];
}
