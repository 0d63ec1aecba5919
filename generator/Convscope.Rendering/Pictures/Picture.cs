namespace Convscope.Rendering.Pictures;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgba">Red, green, blue and straight (not premultiplied) alpha of every pixel, row by row.</param>
public sealed record Picture(int Width, int Height, byte[] Rgba)
{
    /// <summary>The orientation that the file notes, 1 to 8; 1 is upright, or none.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Whether anything of it is transparent.</summary>
    public bool IsTransparent
    {
        get
        {
            for (var i = 3; i < Rgba.Length; i += 4)
            {
                if (Rgba[i] != byte.MaxValue) return true;
            }

            return false;
        }
    }
}
