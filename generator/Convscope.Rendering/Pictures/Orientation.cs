using SkiaSharp;

namespace Convscope.Rendering.Pictures;

/// <summary>Turns a picture upright by the orientation that its camera noted (Exif 3.0, tag 0x0112, 1 to 8).</summary>
internal static class Orientation
{
    /// <summary>The upright picture of stored pixels.</summary>
    public static Picture Upright(int width, int height, byte[] rgba, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft) return new(width, height, rgba);
        var (newWidth, newHeight) = Upright(width, height, origin);
        var upright = new byte[rgba.Length];
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                var (fromX, fromY) = Stored(x, y, width, height, origin);
                rgba.AsSpan(((fromY * width) + fromX) * 4, 4).CopyTo(upright.AsSpan(((y * newWidth) + x) * 4));
            }
        }

        return new(newWidth, newHeight, upright);
    }

    /// <summary>The width and height of the upright picture: the last four orientations lie on a side.</summary>
    public static (int Width, int Height) Upright(int width, int height, SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop ? (height, width) : (width, height);

    /// <summary>Where an upright pixel is stored. The names say on which sides row 0 and column 0 of the stored pixels are seen.</summary>
    private static (int X, int Y) Stored(int x, int y, int width, int height, SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => (width - 1 - x, y),
        SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
        SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
        SKEncodedOrigin.LeftTop => (y, x),
        SKEncodedOrigin.RightTop => (y, height - 1 - x),
        SKEncodedOrigin.RightBottom => (width - 1 - y, height - 1 - x),
        SKEncodedOrigin.LeftBottom => (width - 1 - y, x),
        _ => (x, y),
    };
}
