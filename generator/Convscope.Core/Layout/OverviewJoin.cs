using System.Globalization;
using System.Text;
using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>
/// What is drawn between two places of the overview: a curve between two units; where one side is a strip that stands for many units,
/// an area over just that stretch of it which is read, so that a unit that reads a whole row isn't drawn as if it read one place.
/// </summary>
internal static class OverviewJoin
{
    /// <summary>Adds the join of a source with a target; true when it is an area.</summary>
    public static bool Add(StringBuilder path, Layer layer, int input, Layer source, OverviewTile from, OverviewTile to)
    {
        var (start, end) = (StretchRead(layer, input, source, from, to), StretchWritten(layer, source, from, to));
        if (start.Length == 0 && end.Length == 0)
        {
            Curve(path, from.X + from.Width, start.Top, to.X, end.Top);
            return false;
        }

        Area(path, from.X + from.Width, start, to.X, end);
        return true;
    }

    /// <summary>A curve between two heights.</summary>
    public static void Curve(StringBuilder path, int x1, int y1, int x2, int y2)
    {
        var middle = (x1 + x2) / 2;
        path.Append(CultureInfo.InvariantCulture, $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    }

    private static void Area(StringBuilder path, int x1, Stretch start, int x2, Stretch end)
    {
        var middle = (x1 + x2) / 2;
        path.Append(CultureInfo.InvariantCulture, $"M{x1} {start.Top}C{middle} {start.Top} {middle} {end.Top} {x2} {end.Top}V{end.Bottom}");
        path.Append(CultureInfo.InvariantCulture, $"C{middle} {end.Bottom} {middle} {start.Bottom} {x1} {start.Bottom}Z");
    }

    /// <summary>The part of the source that is read: of a tile its middle, of a strip the units that the target's region covers.</summary>
    private static Stretch StretchRead(Layer layer, int input, Layer source, OverviewTile from, OverviewTile to)
    {
        if (from.Unit >= 0) return Middle(from);
        if (to.Unit < 0) return All(from);
        var region = OverviewCurves.RegionOf(layer, input, source, to.Unit);
        return Part(from, region.FirstUnit, region.LastUnit + 1, source.Shape.Units);
    }

    /// <summary>The part of the target that comes from the source: of a row of maps laid out one after another, a map's own
    /// stretch.</summary>
    private static Stretch StretchWritten(Layer layer, Layer source, OverviewTile from, OverviewTile to)
    {
        if (to.Unit >= 0) return Middle(to);
        return from.Unit >= 0 && layer.Operator is ILaysOut { Order: [0, ..] }
            ? Part(to, from.Unit, from.Unit + 1, source.Shape.Units) : All(to);
    }

    private static Stretch Middle(OverviewTile tile) => new(tile.Y + (tile.Height / 2), 0);

    private static Stretch All(OverviewTile tile) => new(tile.Y, tile.Height);

    private static Stretch Part(OverviewTile strip, int first, int end, int count)
    {
        int Height(int units) => (int)(strip.Height * (long)units / Math.Max(1, count));
        return new(strip.Y + Height(first), Height(end) - Height(first));
    }

    private readonly record struct Stretch(int Top, int Length)
    {
        public int Bottom => Top + Length;
    }
}
