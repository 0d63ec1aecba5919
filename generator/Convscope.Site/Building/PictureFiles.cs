using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Rendering.Pictures;
using Convscope.Rendering.Png;
using Convscope.Site.Output;

namespace Convscope.Site.Building;

/// <summary>Where a picture itself stands in the site.</summary>
/// <param name="Original">The original, scaled down.</param>
/// <param name="Width">Columns of that.</param>
/// <param name="Height">Rows of it.</param>
/// <param name="Seen">What the network sees.</param>
/// <param name="Thumbnail">The thumbnail.</param>
public sealed record PictureFiles(string Original, int Width, int Height, string Seen, string Thumbnail)
{
    private const int LongestSide = 512;
    private const int ThumbnailSide = 72;

    /// <summary>Writes them.</summary>
    public static PictureFiles Write(StagedSite staged, string picture, Picture original, byte[] seen, Shape input, Preprocessing recipe)
    {
        var (width, height) = Rendering.Pictures.Thumbnail.SizeOf(original, LongestSide);
        return new(
            Add("original.webp", Rendering.Pictures.Thumbnail.Render(original, LongestSide, recipe)), width, height,
            Add("seen.png", RgbPng.Encode(seen, input.Width, input.Height)),
            Add("thumbnail.webp", Rendering.Pictures.Thumbnail.Render(original, ThumbnailSide, recipe)));

        string Add(string name, byte[] content)
        {
            var route = $"pictures/{picture}/{Path.GetFileNameWithoutExtension(name)}-{StagedSite.Hash(content)}{Path.GetExtension(name)}";
            staged.Add(route, content);
            return route;
        }
    }
}
