using SkiaSharp;

namespace Convscope.Rendering.Pictures;

/// <summary>Finds the size of a picture that is shown as it is, from its header alone.</summary>
public static class PictureSize
{
    /// <summary>
    /// Its width and height as a browser shows it, which turns a JPEG and a PNG upright, but no WebP; null where it is no JPEG, PNG,
    /// WebP or GIF, or is damaged.
    /// </summary>
    public static (int Width, int Height)? Of(byte[] bytes)
    {
        if (bytes.Length == 0) return null;
        using var data = SKData.CreateCopy(PngMetadata.Trimmed(bytes));
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0) return null;
        var orientation = PictureFormat.Of(bytes) is "WebP" ? ExifOrientation.Upright : ExifOrientation.Of(bytes);
        return Orientation.Upright(codec.Info.Width, codec.Info.Height, orientation);
    }
}
