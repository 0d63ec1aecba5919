using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Convscope.Site.Markdown;

/// <summary>Makes Markdig read directives and write what they were replaced by.</summary>
internal sealed class DirectiveExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new DirectiveBlockParser());
        pipeline.InlineParsers.Insert(0, new DirectiveInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html) return;
        html.ObjectRenderers.Insert(0, new BlockRenderer());
        html.ObjectRenderers.Insert(0, new InlineRenderer());
    }

    private sealed class BlockRenderer : HtmlObjectRenderer<DirectiveBlock>
    {
        protected override void Write(HtmlRenderer renderer, DirectiveBlock block)
        {
            renderer.EnsureLine();
            renderer.Write(block.Before);
            if (!block.IsHidden) renderer.WriteChildren(block);
            renderer.Write(block.After);
            renderer.EnsureLine();
        }
    }

    private sealed class InlineRenderer : HtmlObjectRenderer<DirectiveInline>
    {
        protected override void Write(HtmlRenderer renderer, DirectiveInline inline) => renderer.Write(inline.Html);
    }
}
