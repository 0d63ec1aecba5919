using System.Collections.Immutable;
using System.Reflection;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Loading;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Makes what every page knows of the site.</summary>
public static class SiteViews
{
    /// <summary>The generator's version.</summary>
    public static string Version { get; } =
        typeof(SiteViews).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The view of the site.</summary>
    public static SiteView Of(SiteSources sources, OnnxModel model, NetworkViews views, ImmutableArray<PictureView> pictures, Bundles bundles)
    {
        var metadata = sources.Metadata;
        var file = Path.GetFileNameWithoutExtension(sources.ModelFile.Shown);
        var name = metadata.Name.Length > 0 ? metadata.Name : file;
        return new(
            sources.Config.Title, sources.Config.Description, sources.Config.Language, sources.Config.BaseUrl, Version, bundles.Css, bundles.Js, bundles.UnitJs, bundles.Icon,
            new(name, metadata.Title.Length > 0 ? metadata.Title : name, metadata.Description, metadata.Licence, model.Sha256, model.Network.Parameters, views.All)
            {
                Modules = ModuleTitles.Rows(views),
                Minimap = views.Modules.IsEmpty ? null : ModuleTitles.Minimap(model.Network, views.Modules),
            },
            pictures)
        {
            PageBundles = bundles.Pages,
            Words = sources.Languages[0].Words,
        };
    }
}
