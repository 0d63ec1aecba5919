namespace Convscope.Rendering.Pictures;

/// <summary>Turns a picture upright by the orientation that its camera noted, 1 to 8.</summary>
internal static class Orientation
{
    /// <summary>The upright picture of stored pixels.</summary>
    public static Picture Upright(int width, int height, byte[] rgba, int orientation)
    {
        if (orientation == ExifOrientation.Upright) return new(width, height, rgba);
        var (newWidth, newHeight) = Upright(width, height, orientation);
        var upright = new byte[rgba.Length];
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                var (fromX, fromY) = Stored(x, y, width, height, orientation);
                rgba.AsSpan(((fromY * width) + fromX) * 4, 4).CopyTo(upright.AsSpan(((y * newWidth) + x) * 4));
            }
        }

        return new(newWidth, newHeight, upright);
    }

    /// <summary>The width and height of the upright picture: the last four orientations lie on a side.</summary>
    public static (int Width, int Height) Upright(int width, int height, int orientation) =>
        orientation >= 5 ? (height, width) : (width, height);

    /// <summary>Where an upright pixel is stored. The comments say on which sides row 0 and column 0 of the stored pixels are
    /// seen.</summary>
    private static (int X, int Y) Stored(int x, int y, int width, int height, int orientation) => orientation switch
    {
        2 => (width - 1 - x, y), // top, right
        3 => (width - 1 - x, height - 1 - y), // bottom, right
        4 => (x, height - 1 - y), // bottom, left
        5 => (y, x), // left, top
        6 => (y, height - 1 - x), // right, top
        7 => (width - 1 - y, height - 1 - x), // right, bottom
        8 => (width - 1 - y, x), // left, bottom
        _ => (x, y),
    };
}
