using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Convscope.Core.Explain;

namespace Convscope.Core.Layout;

/// <summary>A tick of an axis: where it lies on the drawing and what stands beside it.</summary>
public sealed record PlotTick(string At, string Label);

/// <summary>The graph of a function of one number, as geometry of an SVG: a curve, two axes, ticks.</summary>
public sealed class FunctionPlot
{
    private const int Samples = 240, MostTicks = 6;

    /// <summary>Samples a function and places it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="from">Smallest argument that occurs.</param>
    /// <param name="to">Largest argument that occurs.</param>
    public FunctionPlot(Func<double, double> function, double from, double to)
    {
        (Left, Right) = Widened(Math.Min(from, 0), Math.Max(to, 0));
        var points = Enumerable.Range(0, Samples + 1).Select(i => Left + ((Right - Left) * i / Samples))
            .Append(0).Order().Select(x => (X: x, Y: function(x))).Where(point => double.IsFinite(point.Y)).ToList();
        (Bottom, Top) = Widened(Math.Min(0, points.Min(point => point.Y)), Math.Max(0, points.Max(point => point.Y)));
        Curve = Path([.. points.Select(point => (X(point.X), Y(point.Y)))]);
        Across = Ticks(Left, Right, X);
        Up = Ticks(Bottom, Top, Y);
    }

    /// <summary>Size of the drawing, and of the area inside its axes' labels.</summary>
    public int Width { get; } = 320;

    /// <inheritdoc cref="Width"/>
    public int Height { get; } = 220;

    /// <inheritdoc cref="Width"/>
    public int AreaLeft { get; } = 44;

    /// <inheritdoc cref="Width"/>
    public int AreaTop { get; } = 10;

    /// <inheritdoc cref="Width"/>
    public int AreaWidth { get; } = 266;

    /// <inheritdoc cref="Width"/>
    public int AreaHeight { get; } = 180;

    /// <summary>The argument at the area's left edge.</summary>
    public double Left { get; }

    /// <summary>The argument at the area's right edge.</summary>
    public double Right { get; }

    /// <summary>The value at the area's lower edge.</summary>
    public double Bottom { get; }

    /// <summary>The value at the area's upper edge.</summary>
    public double Top { get; }

    /// <summary>The curve as SVG path data.</summary>
    public string Curve { get; }

    /// <summary>Ticks of the horizontal axis.</summary>
    public ImmutableArray<PlotTick> Across { get; }

    /// <summary>Ticks of the vertical axis.</summary>
    public ImmutableArray<PlotTick> Up { get; }

    /// <summary>Where an argument lies across the drawing.</summary>
    public double X(double argument) => AreaLeft + ((Math.Clamp(argument, Left, Right) - Left) / (Right - Left) * AreaWidth);

    /// <summary>Where a value lies down the drawing.</summary>
    public double Y(double value) => AreaTop + ((Top - Math.Clamp(value, Bottom, Top)) / (Top - Bottom) * AreaHeight);

    /// <summary>A length of the drawing as text.</summary>
    public static string Text(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    private static (double From, double To) Widened(double from, double to)
    {
        var room = to > from ? (to - from) * 0.05 : 1;
        return (from - room, to + room);
    }

    /// <summary>Points on a straight line between their neighbours are left out: of ReLU, three remain.</summary>
    private static string Path(List<(double X, double Y)> points)
    {
        var kept = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (kept.Count > 1 && IsStraight(kept[^2], kept[^1], point)) kept[^1] = point;
            else kept.Add(point);
        }

        var path = new StringBuilder();
        foreach (var (x, y) in kept) path.Append(path.Length == 0 ? 'M' : 'L').Append(Text(x)).Append(' ').Append(Text(y));
        return path.ToString();
    }

    private static bool IsStraight((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        var slope = (c.Y - a.Y) / Math.Max(1e-9, c.X - a.X);
        return Math.Abs(a.Y + (slope * (b.X - a.X)) - b.Y) < 0.02;
    }

    private static ImmutableArray<PlotTick> Ticks(double from, double to, Func<double, double> place)
    {
        var step = NiceStep((to - from) / MostTicks);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step)));
        var ticks = ImmutableArray.CreateBuilder<PlotTick>();
        for (var i = Math.Ceiling(from / step); i * step <= to; i++)
            ticks.Add(new(Text(place(i * step)), Number.Format(i * step, Math.Min(decimals, Decimals.Most))));
        return ticks.ToImmutable();
    }

    /// <summary>1, 2 or 5 times a power of ten, at least the given step.</summary>
    private static double NiceStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * (least / power <= 1 ? 1 : least / power <= 2 ? 2 : least / power <= 5 ? 5 : 10);
    }
}
