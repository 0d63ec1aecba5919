using Convscope.Site.Templates;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Convscope.Site.Markdown;

/// <summary>Parses and renders an author's Markdown. Two pipelines serve all texts and threads; Markdig keeps their renderers.</summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline WithHtml = Pipeline().Build();
    private static readonly MarkdownPipeline WithoutHtml = Pipeline().DisableHtml().Build();

    /// <summary>The document of a text, front matter included, so that every position is one of the file.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="html">Whether raw HTML is kept; otherwise it is shown as text.</param>
    public static MarkdownDocument Parse(string text, bool html)
    {
        var document = Markdig.Markdown.Parse(text, html ? WithHtml : WithoutHtml);
        SafeLinks.KeepOnly(document);
        return document;
    }

    /// <summary>A document as HTML, front matter left out.</summary>
    public static Html Render(MarkdownDocument document) => new(document.ToHtml(WithoutHtml));

    /// <summary>The children of a block as HTML.</summary>
    public static string RenderChildren(ContainerBlock block)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        WithoutHtml.Setup(renderer);
        renderer.WriteChildren(block);
        return writer.ToString();
    }

    private static MarkdownPipelineBuilder Pipeline() => new MarkdownPipelineBuilder { }
        .UseYamlFrontMatter().UsePipeTables().UseFootnotes().UsePreciseSourceLocation().Use<DirectiveExtension>();
}
