using System.Text;
using Convscope.Core.Explain;

namespace Convscope.Site.Templates;

/// <summary>Writes the formula of a function of one number with its numbers in place.</summary>
public static class FormulaText
{
    /// <summary>
    /// The text, escaped; <c>{x}</c> becomes the operand (a <c>data-term</c>, and <c>data-copy</c> where it stands again), any
    /// other name in braces the <c>data</c> of the constant, with the name as its class.
    /// </summary>
    public static Html Of(Explanation explanation, string formula)
    {
        var html = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pieces = formula.Split('{', '}');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                html.Append("<span>").Append(Html.Escape(pieces[i])).Append("</span>");
                continue;
            }

            var isTerm = pieces[i] == "x" && seen.Add("x");
            var isCopy = !isTerm && !seen.Add(pieces[i]);
            var number = pieces[i] == "x" ? explanation.Parts[0].Terms[0].X : explanation.Extras[pieces[i]];
            if (isTerm) html.Append("<span data-term>");
            if (FollowsSign(pieces[i - 1])) Bracketed.Append(html, pieces[i], number, isCopy);
            else TermGrid.Append(html, pieces[i], number, isCopy);
            if (isTerm) html.Append("</span>");
        }

        return new(html.Replace("<span></span>", "").ToString());
    }

    /// <summary>Whether a number after this text needs brackets where it is below zero.</summary>
    private static bool FollowsSign(string before) =>
        before.TrimEnd() is { Length: > 0 } text && "×/+−^".Contains(text[^1], StringComparison.Ordinal);
}
