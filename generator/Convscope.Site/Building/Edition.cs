using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Checking;
using Convscope.Site.Lessons;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Loading;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>The site in one language: the words and names that its pages show, and what writes them. Maps, numbers, styles and scripts are
/// shared.</summary>
/// <param name="Language">The language.</param>
/// <param name="Views">The layers in its words.</param>
/// <param name="Site">The site in its words.</param>
/// <param name="Pages">Writes its pages.</param>
public sealed record Edition(LanguageSource Language, NetworkViews Views, SiteView Site, PageWriter Pages)
{
    /// <summary>Its words.</summary>
    public Words Words => Language.Words;

    /// <summary>The editions of a site, that of its own language first, of which the views are there already.</summary>
    public static ImmutableArray<Edition> All(
        SiteSources sources, OnnxModel model, ImmutableArray<EditionViews> views, Lesson lesson, TemplateEngine engine, StagedSite staged,
            PageLinks links, Bundles bundles, Stopwatches watches)
    {
        var languages = sources.Languages;
        return [.. views.Select((own, i) =>
        {
            var language = languages[i];
            var site = SiteViews.Of(sources, language.Words, model, own.Network, own.Pictures, bundles) with
            {
                Sections = lesson.Sections, ScriptWords = Bundles.Words(staged, language.Words),
            };
            return new Edition(language, own.Network, site,
                new(engine, staged, links, site, language, languages, Lesson.PlaygroundOf(language), watches));
        })];
    }

    /// <summary>A picture in its words.</summary>
    public PictureView Picture(string id) => Site.Pictures.First(picture => picture.Id == id);

    /// <summary>What widgets show beyond equations, in its words.</summary>
    public WidgetDetails Details(NetworkGraph network, Preprocessing preprocessing, SharedFiles shared) =>
        new(Words, new(network, preprocessing, Words), new(network, Views, shared), new(network, Words, shared), new(network, Views));

    /// <summary>Maps in its words.</summary>
    public MapTexts Texts(NetworkGraph network) => new(network, Views, Words);
}
