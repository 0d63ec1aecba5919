using System.Text;
using Convscope.Site.Output;

namespace Convscope.Site.Assets;

/// <summary>Puts styles and scripts into the site, in folders named after their content: a browser may keep them for ever.</summary>
internal static class AssetFile
{
    /// <summary>Writes one.</summary>
    /// <returns>Its route.</returns>
    public static string Write(StagedSite staged, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var route = $"assets/{StagedSite.Hash(bytes)}/{name}";
        staged.Add(route, bytes);
        return route;
    }
}
