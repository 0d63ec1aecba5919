using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Hyperparameters;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Views;

/// <summary>One small grid of numbers.</summary>
/// <param name="Size">Its rows and columns.</param>
public sealed record GridView(int Size, ImmutableArray<ImmutableArray<GridCellView>> Rows);

/// <summary>A cell: its number, its classes, and how strong its tint is, 0 to 1.</summary>
public sealed record GridCellView(Number Value, string Classes, string Tint);

/// <summary>A term of the sum.</summary>
public sealed record WindowTermView(Number X, Number W, bool IsPadding);

/// <summary>The worked window as three grids and a sum.</summary>
public sealed record WorkedWindowView(WindowCaseView Size, GridView Input, GridView Kernel, GridView Output,
    ImmutableArray<WindowTermView> Terms, Number Result, int Row, int Column)
{
    /// <summary>The view of a worked window.</summary>
    public static WorkedWindowView Of(WorkedWindow worked, Words words)
    {
        var (settings, output) = (worked.Case, worked.Case.Output!.Value);
        var strongest = Math.Max(1, worked.Output.Max(Math.Abs));
        var current = (worked.Row * output) + worked.Column;
        return new(
            WindowCaseView.Of("", settings, words),
            Grid(settings.Padded, worked.Input.Select(cell =>
                Cell(cell.Value, SamplePicture.Brightest, ("is-padding", cell.IsPadding), ("is-read", cell.IsRead)))),
            Grid(settings.Kernel, worked.Kernel.Select(weight => Cell(weight, 1, ("is-minus", weight < 0)))),
            Grid(output, worked.Output.Select((sum, i) => Cell(sum, strongest, ("is-minus", sum < 0), ("is-current", i == current)))),
            [.. worked.Terms.Select(term => new WindowTermView(new(term.X, 0), new(term.W, 0), term.IsPadding))],
            new(worked.Result, 0), worked.Row, worked.Column);
    }

    private static GridView Grid(int size, IEnumerable<GridCellView> cells) =>
        new(size, [.. cells.Chunk(size).Select(row => row.ToImmutableArray())]);

    private static GridCellView Cell(int value, int strongest, params (string Class, bool Holds)[] classes) => new(
        new(value, 0), string.Join(' ', classes.Where(pair => pair.Holds).Select(pair => pair.Class)),
        ((double)Math.Abs(value) / strongest).ToString("0.##", CultureInfo.InvariantCulture));
}
