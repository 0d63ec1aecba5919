using Convscope.Core.Layout;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Png;

namespace Convscope.Rendering.Maps;

/// <summary>Paints all units of a layer on one contact sheet, each map scaled down: a pixel is the mean of the cells that it
/// covers.</summary>
public static class SheetPicture
{
    /// <summary>Fewer colours than a map has of its own: they are a third of the bytes, and no one reads a value off a thumbnail.</summary>
    private const int Levels = 15;

    /// <summary>A PNG of the sheet; where the last row isn't full, it ends in the scale's colour of zero.</summary>
    public static byte[] Render(Tensor activation, SheetLayout sheet, ColourScale scale, PaletteName palette)
    {
        var (width, height) = (sheet.Columns * sheet.Width, sheet.Rows * sheet.Height);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)Palettes.IndexOf(scale, palette, 0, Levels));
        for (var unit = 0; unit < activation.Shape.Units; unit++)
        {
            var (row, column) = Math.DivRem(unit, sheet.Columns);
            var start = (row * sheet.Height * width) + (column * sheet.Width);
            Paint(pixels.AsSpan(start), width, activation.Map(unit), activation.Shape, sheet, mean =>
                Palettes.IndexOf(scale, palette, mean, Levels));
        }

        return IndexedPng.Encode(pixels, width, height, Palettes.Table(palette));
    }

    private static void Paint(Span<byte> pixels, int stride, ReadOnlySpan<float> map, Shape shape, SheetLayout sheet,
        Func<double, int> colour)
    {
        for (var y = 0; y < sheet.Height; y++)
        {
            var (top, bottom) = ((int)((long)y * shape.Height / sheet.Height), (int)((long)(y + 1) * shape.Height / sheet.Height));
            for (var x = 0; x < sheet.Width; x++)
            {
                var (left, right) = ((int)((long)x * shape.Width / sheet.Width), (int)((long)(x + 1) * shape.Width / sheet.Width));
                double sum = 0;
                for (var row = top; row < bottom; row++)
                {
                    foreach (var value in map[((row * shape.Width) + left)..((row * shape.Width) + right)]) sum += value;
                }

                pixels[(y * stride) + x] = (byte)colour(sum / ((bottom - top) * (right - left)));
            }
        }
    }
}
