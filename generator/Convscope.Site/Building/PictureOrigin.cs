using Convscope.Rendering.Pictures;

namespace Convscope.Site.Building;

/// <summary>What a picture was before anything was done to it but decoding and, where asked for, turning.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Orientation">The orientation that the file notes, 1 to 8.</param>
/// <param name="IsTransparent">Whether anything of it is transparent.</param>
public sealed record PictureOrigin(int Width, int Height, int Orientation, bool IsTransparent)
{
    /// <summary>Of a decoded picture.</summary>
    public static PictureOrigin Of(Picture picture) => new(picture.Width, picture.Height, picture.Orientation, picture.IsTransparent);
}
