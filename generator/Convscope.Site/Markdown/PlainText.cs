using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Markdown;

/// <summary>The words of a piece of Markdown, without its markup.</summary>
public static class PlainText
{
    /// <summary>The words of a line.</summary>
    public static string Of(ContainerInline? inline)
    {
        if (inline is null) return "";
        if (inline.FirstChild is LiteralInline { NextSibling: null } only) return only.Content.ToString().Trim();
        var text = new StringBuilder();
        foreach (var child in MarkdownObjectExtensions.Descendants(inline))
        {
            switch (child)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case MathInline formula: text.Append(formula.Content.AsSpan()); break;
                case LineBreakInline: text.Append(' '); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
            }
        }

        return text.ToString().Trim();
    }
}
