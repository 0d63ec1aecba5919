using Convscope.Core.Network;
using Convscope.Rendering.Png;

namespace Convscope.Rendering.Pictures;

/// <summary>Small versions of pictures for a picker.</summary>
public static class Thumbnail
{
    /// <summary>The size a thumbnail gets: proportions kept, never enlarged.</summary>
    public static (int Width, int Height) SizeOf(Picture picture, int longestSide) =>
        Math.Max(picture.Width, picture.Height) <= longestSide
            ? (picture.Width, picture.Height)
            : PictureResizer.Fit(picture.Width, picture.Height, longestSide, longestSide);

    /// <summary>A PNG of that size, composited over a background of <c>0xRRGGBB</c>.</summary>
    public static byte[] Render(Picture picture, int longestSide, int background)
    {
        var (width, height) = SizeOf(picture, longestSide);
        return RgbPng.Encode(PictureResizer.Resize(picture, width, height, ResizeMode.Stretch, background), width, height);
    }
}
