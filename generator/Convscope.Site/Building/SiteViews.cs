using System.Collections.Immutable;
using System.Reflection;
using Convscope.Core.Texts;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Live;
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
    public static SiteView Of(SiteSources sources, Words words, OnnxModel model, NetworkViews views, ImmutableArray<PictureView> pictures,
        Bundles bundles)
    {
        var metadata = sources.Metadata;
        var file = Path.GetFileNameWithoutExtension(sources.ModelFile.Shown);
        var name = metadata.Name.Length > 0 ? metadata.Name : file;
        var title = metadata.Title.Length > 0 ? metadata.Title : name;
        return new(
            words.Name(sources.Config.Title), words.Sentence(sources.Config.Description), sources.Config.Language, sources.Config.BaseUrl,
            Version, bundles.Css, bundles.DeepCss, bundles.Icon, bundles.Scripts,
            new(name, words.Name(title), ShownText.Whole(words.Given(metadata.Description)),
                ShownText.Whole(words.Given(metadata.Licence)), model.Sha256, model.Network.Parameters, views.All)
            {
                GivenTitle = words.Given(title),
                Modules = ModuleTitles.Rows(views),
                Minimap = views.Modules.IsEmpty ? null : ModuleTitles.Minimap(model.Network, views),
            },
            pictures)
        {
            GivenTitle = words.Given(sources.Config.Title),
            PageCss = bundles.PageCss,
            Live = LiveOffer.Of(model.Network, sources.Config.Live),
            Engine = bundles.Engine,
            ComparedTo = sources.Compared is { } compared
                ? words.Name(ComparedFile.NamesOf(sources.ModelFile, compared.File).Other) : "",
            Words = words,
            Doubts = [.. sources.Doubts.Select(doubt => words["doubt_" + doubt.Key, [.. doubt.Values.Select(ShownText.Name)]])],
        };
    }
}
