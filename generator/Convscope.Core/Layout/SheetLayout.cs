using Convscope.Core.Tensors;

namespace Convscope.Core.Layout;

/// <summary>
/// The geometry of a contact sheet: the maps of all units of a layer side by side, scaled down until they fit. Rows are a multiple
/// of ten units long, so that an index is easily found.
/// </summary>
/// <param name="Columns">Units in a row.</param>
/// <param name="Rows">Rows of units.</param>
/// <param name="Height">Pixel rows of one map on the sheet.</param>
/// <param name="Width">Pixel columns of one map on the sheet.</param>
public sealed record SheetLayout(int Columns, int Rows, int Height, int Width)
{
    /// <summary>Pixels of a whole sheet at most, unless there are more units.</summary>
    public const int MostPixels = 262_144;

    /// <summary>The longer side of a map on the sheet at most.</summary>
    public const int LongestSide = 32;

    /// <summary>The sheet of a layer's units.</summary>
    public static SheetLayout Of(Shape layer)
    {
        var columns = Math.Min(layer.Units, (int)Math.Ceiling(Math.Sqrt(layer.Units) / 10) * 10);
        var rows = (layer.Units + columns - 1) / columns;
        var shrink = Math.Min(1, Math.Min(
            (double)LongestSide / Math.Max(layer.Height, layer.Width),
                Math.Sqrt((double)MostPixels / ((long)rows * columns * layer.MapSize))));
        return new(columns, rows, Math.Max(1, (int)(layer.Height * shrink)), Math.Max(1, (int)(layer.Width * shrink)));
    }
}
