using System.Collections.Immutable;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Which pictures a picture's pages lead to. They are so few that a page doesn't grow with the number of pictures.</summary>
public static class NearbyPictures
{
    /// <summary>The most that stand on a page.</summary>
    public const int Most = 10;

    /// <summary>Gives each picture itself and those next to it: at the ends of the list more from its other side.</summary>
    public static ImmutableArray<PictureView> In(ImmutableArray<PictureView> pictures)
    {
        ImmutableArray<PictureLinkView> links = [.. pictures.Select(one => new PictureLinkView(one.Id, one.Title, one.Thumbnail))];
        var shown = Math.Min(Most, links.Length);
        return [.. pictures.Select((picture, i) => picture with
        {
            Nearby = links.Slice(Math.Clamp(i - (Most / 2), 0, links.Length - shown), shown),
        })];
    }
}
