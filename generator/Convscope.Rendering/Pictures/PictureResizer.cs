using Convscope.Core.Network;
using Convscope.Rendering.Pictures.Scaling;

namespace Convscope.Rendering.Pictures;

/// <summary>
/// Brings a picture to the size that a network reads, by a recipe. The same bytes on every machine.
/// </summary>
public static class PictureResizer
{
    private const int Channels = FlatRows.Channels;

    /// <summary>
    /// Makes a picture opaque, scales it and cuts it. Where the size already fits, opaque pixels pass through untouched.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Columns wanted, at least 1.</param>
    /// <param name="height">Rows wanted, at least 1.</param>
    /// <param name="recipe">What is done.</param>
    /// <returns>Red, green, blue of every pixel, row by row.</returns>
    public static byte[] Resize(Picture picture, int width, int height, Preprocessing recipe)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var place = PicturePlacement.Of(picture.Width, picture.Height, width, height, recipe);
        var columns = new Axis(place.TakenWidth, place.Width, Math.Max(0, -place.X), Math.Min(place.Width, width - place.X));
        var lines = new Axis(place.TakenHeight, place.Height, Math.Max(0, -place.Y), Math.Min(place.Height, height - place.Y));
        var scaled = Scale(new(picture, place, recipe.Alpha, recipe.Background), columns, lines, recipe.Filter);
        return (columns.Length, lines.Length) == (width, height)
            ? scaled
            : Put(scaled, columns.Length, Plain(width, height, recipe.Around), width, Math.Max(0, place.X), Math.Max(0, place.Y));
    }

    /// <summary>How opaque each pixel of the resized picture is, 0 to 255, row by row; what a contained picture leaves free is
    /// see-through.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Columns wanted, at least 1.</param>
    /// <param name="height">Rows wanted, at least 1.</param>
    /// <param name="recipe">What is done.</param>
    public static byte[] Alpha(Picture picture, int width, int height, Preprocessing recipe)
    {
        var grey = new byte[picture.Rgba.Length];
        for (var i = 0; i < grey.Length; i += 4)
        {
            grey.AsSpan(i, Channels).Fill(picture.Rgba[i + Channels]);
            grey[i + Channels] = byte.MaxValue;
        }

        var rgb = Resize(picture with { Rgba = grey }, width, height, recipe with { Background = 0 });
        return [.. Enumerable.Range(0, width * height).Select(i => rgb[i * Channels])];
    }

    private static byte[] Scale(FlatRows source, Axis columns, Axis lines, ResizeFilter? filter) => filter switch
    {
        ResizeFilter.Area when columns.Count < columns.Size || lines.Count < lines.Size =>
            OpenCvScaling.Scale(source, columns, lines, OpenCvScaling.Share),
        ResizeFilter.Area => AreaScaling.Scale(source, AreaWeights.Areas(columns), AreaWeights.Areas(lines)),
        ResizeFilter.Bilinear => PillowScaling.Scale(source, columns, lines, PillowScaling.Bilinear),
        ResizeFilter.Bicubic => PillowScaling.Scale(source, columns, lines, PillowScaling.Bicubic),
        ResizeFilter.BilinearPlain => OpenCvScaling.Scale(source, columns, lines, OpenCvScaling.Linear),
        ResizeFilter.Nearest => NearestScaling.Scale(source, columns, lines),
        _ => AreaScaling.Scale(source, AreaWeights.Usual(columns), AreaWeights.Usual(lines)),
    };

    private static byte[] Plain(int width, int height, int colour)
    {
        var plain = new byte[width * height * Channels];
        for (var i = 0; i < plain.Length; i++) plain[i] = FlatRows.Channel(colour, i % Channels);
        return plain;
    }

    /// <summary>A picture put onto a larger one.</summary>
    private static byte[] Put(byte[] rgb, int width, byte[] onto, int newWidth, int left, int top)
    {
        for (var y = 0; y < rgb.Length / Math.Max(1, width * Channels); y++)
            rgb.AsSpan(y * width * Channels, width * Channels).CopyTo(onto.AsSpan((((top + y) * newWidth) + left) * Channels));
        return onto;
    }
}
