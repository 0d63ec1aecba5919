using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Convscope.Core.Planning;
using Convscope.Site.Output;

namespace Convscope.Site.Building;

/// <summary>The pages on which all pictures stand, where there are more than any page leads to.</summary>
public static class PicturePages
{
    /// <summary>The most pictures of one of them, and of the home page.</summary>
    public const int Most = 60;

    /// <summary>Writes those of one language.</summary>
    public static void Write(Edition edition, StagedSite staged)
    {
        var (all, pages, words) = (edition.Site.Pictures, edition.Pages, edition.Words);
        if (all.Length <= NearbyPictures.Most) return;
        var index = Index(edition, staged);
        var parts = all.Chunk(Most).ToArray();
        ImmutableArray<string> routes = [.. parts.Select((_, i) => Routes.Pictures(i))];
        for (var i = 0; i < parts.Length; i++)
        {
            pages.Write(
                "pages/pictures.html",
                pages.Page(routes[i], "pictures", words["all_pictures", all.Length], words["says_of_each", edition.Site.Model.Title]),
                ("shown", parts[i].ToImmutableArray()), ("parts", routes), ("at", i), ("index", index));
        }
    }

    /// <summary>Titles and answers of all pictures for the script that searches them.</summary>
    /// <returns>Its route.</returns>
    private static string Index(Edition edition, StagedSite staged)
    {
        var rows = edition.Site.Pictures.Select(one => new[] { one.Id, one.Title, one.Thumbnail, one.PredictedLabel });
        var key = "pictures-" + edition.Words.Code;
        var text = JsonSerializer.Serialize(JsonSerializer.Serialize(rows));
        var bytes = Encoding.UTF8.GetBytes($"(globalThis.convscopeData??={{}})[\"{key}\"]={text};\n");
        var route = $"data/{key}-{StagedSite.Hash(bytes)}.js";
        staged.Add(route, bytes);
        return route;
    }
}
