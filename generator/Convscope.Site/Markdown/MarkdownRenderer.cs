using Convscope.Site.Templates;
using Markdig;

namespace Convscope.Site.Markdown;

/// <summary>Renders an author's Markdown.</summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseAutoIdentifiers().UseFootnotes().DisableHtml().Build();

    /// <summary>The text as HTML, front matter left out; raw HTML in it is shown as text.</summary>
    public static Html Render(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        SafeLinks.KeepOnly(document);
        return new(document.ToHtml(Pipeline));
    }
}
