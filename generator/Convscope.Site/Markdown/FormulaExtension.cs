using Convscope.Site.Formulas;
using Convscope.Site.Templates;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Convscope.Site.Markdown;

/// <summary>Makes Markdig read formulas, <c>$x$</c> within a line and <c>$$x$$</c> on lines of their own, and write them as
/// MathML.</summary>
internal sealed class FormulaExtension : IMarkdownExtension
{
    private static readonly object MathMl = new();

    /// <summary>Reads a formula within a line.</summary>
    /// <exception cref="FormulaException">It can't be read.</exception>
    public static void Read(MathInline formula) =>
        formula.SetData(MathMl, Formula.ToMathMl(formula.Content.ToString(), formula.DelimiterCount > 1));

    /// <summary>Reads a formula on lines of its own.</summary>
    /// <exception cref="FormulaException">It can't be read.</exception>
    public static void Read(MathBlock formula) => formula.SetData(MathMl, Formula.ToMathMl(formula.Lines.ToString(), isBlock: true));

    /// <summary>Where in the text a character of the formula stands: its lines may lie in a quotation.</summary>
    public static int PlaceOf(MathBlock formula, int at)
    {
        for (var i = 0; i < formula.Lines.Count; i++)
        {
            var line = formula.Lines.Lines[i].Slice;
            if (at <= line.Length) return line.Start + at;
            at -= line.Length + 1;
        }

        return formula.Span.Start;
    }

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new FormulaInlineParser());
        pipeline.BlockParsers.Insert(0, new MathBlockParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html) return;
        html.ObjectRenderers.Insert(0, new InlineRenderer());
        html.ObjectRenderers.Insert(0, new BlockRenderer());
    }

    private sealed class InlineRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula) =>
            renderer.Write(formula.GetData(MathMl) as string ?? Html.Escape(formula.Content.ToString()));
    }

    private sealed class BlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula) => renderer.EnsureLine().Write("<div class=\"formula\">")
            .Write(formula.GetData(MathMl) as string ?? Html.Escape(formula.Lines.ToString())).Write("</div>").EnsureLine();
    }
}
