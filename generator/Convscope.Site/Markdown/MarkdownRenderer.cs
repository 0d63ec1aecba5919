using Convscope.Site.Templates;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Markdown;

/// <summary>Parses and renders an author's Markdown. Two pipelines serve all texts and threads; Markdig keeps their renderers.</summary>
public static class MarkdownRenderer
{
    private const int Deepest = 100;
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

    /// <summary>Whether a document's parts lie within each other more deeply than can be rendered: the parser itself allows some that the
    /// renderer doesn't.</summary>
    public static bool IsTooDeep(MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Part, int Depth)>([(document, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > Deepest) return true;
            foreach (var part in Within(next.Part)) open.Push((part, next.Depth + 1));
        }

        return false;
    }

    private static IEnumerable<MarkdownObject> Within(MarkdownObject part) => part switch
    {
        ContainerBlock container => container,
        LeafBlock { Inline: { } inline } => [inline],
        ContainerInline container => container,
        _ => [],
    };

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
        .UseYamlFrontMatter().UsePipeTables().UseFootnotes().UsePreciseSourceLocation().UseCjkFriendlyEmphasis()
        .Use<DirectiveExtension>().Use<FormulaExtension>();
}
