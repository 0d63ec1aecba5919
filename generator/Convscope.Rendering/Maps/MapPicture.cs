using System.Buffers;
using Convscope.Core.Layout;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Png;

namespace Convscope.Rendering.Maps;

/// <summary>Paints activation maps and kernels, one pixel a cell.</summary>
public static class MapPicture
{
    /// <summary>
    /// A PNG of one unit's map, each cell in the colour whose place <see cref="Palettes.IndexOf"/> gives at the same number of levels.
    /// </summary>
    /// <param name="map">The values, row by row; <c>height × width</c> of them. Infinities and what is not a number do no harm.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="scale">Which values the palette's ends stand for.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="levels">Colours on each side of zero, see <see cref="Palettes.IndexOf"/>.</param>
    /// <returns>The bytes of a PNG file, the same for the same arguments.</returns>
    /// <exception cref="ArgumentException">The number of values isn't <c>height × width</c>.</exception>
    public static byte[] Render(
        ReadOnlySpan<float> map, int height, int width, ColourScale scale, PaletteName palette, int levels = Palettes.DefaultLevels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, 127);
        var indices = ArrayPool<byte>.Shared.Rent(map.Length);
        try
        {
            for (var i = 0; i < map.Length; i++) indices[i] = (byte)Palettes.IndexOf(scale, palette, map[i], levels);
            return IndexedPng.Encode(indices.AsSpan(0, map.Length), width, height, Palettes.Table(palette));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(indices);
        }
    }
}
