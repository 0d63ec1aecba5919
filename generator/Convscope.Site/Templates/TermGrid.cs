using System.Text;
using Convscope.Core.Explain;

namespace Convscope.Site.Templates;

/// <summary>
/// Writes the terms of one part of a sum. It is the innermost loop of the largest pages, some two hundred numbers on each
/// of a thousand pages, and so the one piece of markup that isn't a template; the script writes the same.
/// </summary>
public static class TermGrid
{
    /// <summary>A <c>span data-term</c> a term, each with its operand and weight.</summary>
    public static Html Of(Part part) => Of(part, -1);

    /// <summary>The same, with the term that wins marked.</summary>
    public static Html Of(Part part, int winner)
    {
        var html = new StringBuilder(part.Terms.Length * 120);
        for (var i = 0; i < part.Terms.Length; i++)
        {
            var term = part.Terms[i];
            html.Append(term.IsPadding ? "<span data-term class=\"padding\">" : i == winner ? "<span data-term class=\"winner\">" : "<span data-term>");
            Append(html, "x", term.X);
            if (term.W is { } weight)
            {
                html.Append("<i>×</i>");
                Append(html, "w", weight);
            }

            html.Append("</span>");
        }

        return new(html.ToString());
    }

    /// <summary>The weights of a part alone, at the decimals of its equation.</summary>
    public static Html Weights(Part part)
    {
        var html = new StringBuilder(part.Terms.Length * 50);
        foreach (var term in part.Terms)
        {
            if (term.W is { } weight) Append(html, "k", weight);
        }

        return new(html.ToString());
    }

    private static void Append(StringBuilder html, string role, Number number) => html
        .Append("<data class=\"").Append(role).Append("\" value=\"").Append(number.ExactText).Append("\">").Append(number.Shown).Append("</data>");
}
