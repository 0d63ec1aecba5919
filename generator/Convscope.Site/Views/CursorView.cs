using System.Globalization;
using Convscope.Core.Fields;
using Convscope.Core.Tensors;

namespace Convscope.Site.Views;

/// <summary>Where a region lies on a map, in percent of its sides; beyond 0 to 100 it lies in padding.</summary>
public sealed record CursorView(string Top, string Left, string Height, string Width)
{
    /// <summary>The place of a region.</summary>
    public static CursorView Of(Region region, Shape shape) => new(
        Percent(region.Top, shape.Height), Percent(region.Left, shape.Width), Percent(region.Height, shape.Height),
            Percent(region.Width, shape.Width));

    /// <summary>The place of some pixels of the picture.</summary>
    public static CursorView Of(PixelBox pixels, Shape shape) =>
        Of(new Region(0, 0, pixels.Top, pixels.Left, pixels.Bottom, pixels.Right), shape);

    private static string Percent(int part, int whole) => (100.0 * part / whole).ToString("0.###", CultureInfo.InvariantCulture);
}
