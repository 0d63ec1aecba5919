using Convscope.Site.Lessons.Figures;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Templates;

namespace Convscope.Site.Lessons.Writing;

/// <summary>A figure's body, with marks for the way to the root, and what its frame links to.</summary>
/// <param name="Body">The markup.</param>
/// <param name="Url">The explorer's page, or empty.</param>
/// <param name="Picture">A picture of its main part, or empty.</param>
/// <param name="IsMissing">Whether a sentence stands in its place.</param>
internal sealed record RenderedFigure(Html Body, string Url, string Picture, bool IsMissing);

/// <summary>Draws figures; the same figure only once a language, however many chapters show it.</summary>
internal sealed class FigureRenderer(TemplateEngine engine, LessonScene? scene, Drawings drawings)
{
    /// <summary>The body of a figure.</summary>
    public RenderedFigure Render(Figure figure, Words words) => drawings.Figure(figure.Key, words, () => Draw(figure, words, scene!));

    private RenderedFigure Draw(Figure figure, Words words, LessonScene scene)
    {
        var content = figure.Compose(scene, words);
        var globals = new Dictionary<string, object?>
        {
            ["site"] = scene.EditionOf(words).Site, ["root"] = new Html(Root.Mark), ["pages"] =
                new Html(Root.Mark + scene.EditionOf(words).Language.Prefix), ["word"] = new WordFunction(words), ["figure"] =
                content.View, ["missing"] = content.Missing,
        };
        foreach (var (name, value) in content.More) globals[name] = value;
        var isMissing = content.View is null;
        var template = isMissing ? "figures/missing.html" : content.Template ?? $"figures/{figure.Kind}.html";
        return new(new(engine.Render(template, globals, layout: null)), content.Url, content.Picture, isMissing);
    }
}
