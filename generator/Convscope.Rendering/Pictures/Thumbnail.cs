using System.Runtime.InteropServices;
using Convscope.Core.Network;
using SkiaSharp;

namespace Convscope.Rendering.Pictures;

/// <summary>
/// Smaller versions of pictures, for a picker or to show beside the maps: WebP, since nothing is read off their pixels. What
/// the network itself sees is shown as PNG.
/// </summary>
public static class Thumbnail
{
    private const int Quality = 85;

    /// <summary>The size a thumbnail gets: proportions kept, never enlarged.</summary>
    public static (int Width, int Height) SizeOf(Picture picture, int longestSide) =>
        Math.Max(picture.Width, picture.Height) <= longestSide
            ? (picture.Width, picture.Height)
            : PicturePlacement.Fit(picture.Width, picture.Height, longestSide, longestSide);

    /// <summary>A WebP of that size, with as much of its transparency as the recipe leaves.</summary>
    public static byte[] Render(Picture picture, int longestSide, Preprocessing recipe)
    {
        var (width, height) = SizeOf(picture, longestSide);
        var rgb = PictureResizer.Resize(picture, width, height, new() { Alpha = recipe.Alpha, Background = recipe.Background });
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Marshal.Copy(WithAlpha(rgb), 0, bitmap.GetPixels(), width * height * 4);
        using var webp = bitmap.Encode(SKEncodedImageFormat.Webp, Quality);
        return webp.ToArray();
    }

    private static byte[] WithAlpha(byte[] rgb)
    {
        var rgba = new byte[rgb.Length / 3 * 4];
        for (int from = 0, to = 0; from < rgb.Length; from += 3, to += 4)
        {
            rgb.AsSpan(from, 3).CopyTo(rgba.AsSpan(to));
            rgba[to + 3] = 255;
        }

        return rgba;
    }
}
