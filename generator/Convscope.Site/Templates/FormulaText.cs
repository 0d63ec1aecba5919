using System.Text;
using Convscope.Core.Explain;

namespace Convscope.Site.Templates;

/// <summary>Writes the formula of a function of one number with its numbers in place.</summary>
public static class FormulaText
{
    /// <summary>
    /// The formula's text, escaped; <c>{x}</c> becomes the operand (a <c>data-term</c>, and <c>data-copy</c> where it stands again), any
    /// other name in braces the <c>data</c> of the constant, with the name as its class.
    /// </summary>
    public static Html Of(Explanation explanation)
    {
        var html = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pieces = explanation.Formula.Split('{', '}');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0) html.Append("<span>").Append(Html.Escape(pieces[i])).Append("</span>");
            else if (pieces[i] != "x") Append(html, pieces[i], explanation.Extras[pieces[i]], !seen.Add(pieces[i]));
            else if (seen.Add("x")) html.Append(TermGrid.Of(explanation.Parts[0]));
            else Append(html, "x", explanation.Parts[0].Terms[0].X, isCopy: true);
        }

        return new(html.Replace("<span></span>", "").ToString());
    }

    private static void Append(StringBuilder html, string name, Number number, bool isCopy) => html
        .Append("<data class=\"").Append(name).Append(isCopy ? "\" data-copy value=\"" : "\" value=\"")
        .Append(number.ExactText).Append("\">").Append(number.Shown).Append("</data>");
}
