using System.Globalization;
using System.Text;
using Convscope.Core.Explain;
using Convscope.Site.Views;

namespace Convscope.Site.Templates;

/// <summary>
/// Writes the terms of one part of a sum. It is the innermost loop of the largest pages, some two hundred numbers on each
/// of a thousand pages, and so the one piece of markup that isn't a template; the script writes the same.
/// </summary>
public static class TermGrid
{
    /// <summary>What a cell's edge and the room for one more digit take, in characters.</summary>
    private const int Rim = 3;

    /// <summary>How many characters of the grids' font fit beside each other on a phone.</summary>
    private const int CharactersOfAPhone = 39;

    /// <summary>A <c>span data-term</c> a term, each with its operand and weight.</summary>
    public static Html Of(Part part)
    {
        var html = new StringBuilder(part.Terms.Length * 120);
        foreach (var term in part.Terms)
        {
            html.Append(term.IsPadding ? "<span data-term class=\"padding\">" : "<span data-term>");
            Append(html, "x", term.X);
            if (term.W is { } weight)
            {
                html.Append("<i>×</i>");
                Bracketed.Append(html, "w", weight);
            }

            html.Append("</span>");
        }

        return new(html.ToString());
    }

    /// <summary>The cells of a window of which one wins. Padding is none of them: it has a place and no number.</summary>
    public static Html Candidates(Part part, int winner)
    {
        var html = new StringBuilder(part.Terms.Length * 70);
        for (var i = 0; i < part.Terms.Length; i++)
        {
            var term = part.Terms[i];
            if (term.IsPadding) html.Append("<span data-term class=\"padding\"><data class=\"x\"></data></span>");
            else Append(html.Append(i == winner ? "<span data-term class=\"winner\">" : "<span data-term>"), "x", term.X).Append("</span>");
        }

        return new(html.ToString());
    }

    /// <summary>The one operand of a part that follows a sign, or is raised to a power.</summary>
    public static Html Operand(Part part) => new($"<span data-term>{Bracketed.Of("x", part.Terms[0].X)}</span>");

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

    /// <summary>
    /// How wide the cells of an equation's grids have to be, as custom properties: their columns, and the characters of the longest
    /// line that one may hold. There is room for the largest number of the input, and for one more digit, so that the grid stands
    /// still while the cell moves.
    /// </summary>
    /// <param name="explanation">The equation.</param>
    /// <param name="sources">What it reads.</param>
    public static Html Size(Explanation explanation, IReadOnlyList<MapsView> sources)
    {
        var (columns, digits) = (1, explanation.Result.Shown.Length);
        foreach (var part in explanation.Parts)
        {
            columns = Math.Max(columns, part.Columns);
            digits = Math.Max(digits, LongestLine(part));
        }

        if (explanation.Parts.FirstOrDefault(part => part.Terms.Length > 0)?.Terms[0].X.Decimals is { } decimals)
        {
            foreach (var end in sources.SelectMany(source => new[] { source.Lowest, source.Highest }))
                digits = Math.Max(digits, new Number(end, decimals).Shown.Length);
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"--columns:{columns};--digits:{digits + 1}"));
    }

    /// <summary>Whether a part's grid may scroll on a phone, and so has to be reached by keyboard.</summary>
    public static bool MayScroll(Part part) => part.Columns * (LongestLine(part) + Rim) > CharactersOfAPhone;

    private static int LongestLine(Part part)
    {
        var longest = 0;
        foreach (var term in part.Terms)
        {
            longest = Math.Max(longest, term.X.Shown.Length);
            if (term.W is { } weight) longest = Math.Max(longest, weight.Shown.Length + (Bracketed.IsNegative(weight) ? 4 : 2));
        }

        return longest;
    }

    /// <summary>A <c>data</c> element. Where its text doesn't tell the decimals, an attribute does, for the script.</summary>
    internal static StringBuilder Append(StringBuilder html, string role, Number number, bool isCopy = false)
    {
        var shown = number.Shown;
        html.Append("<data class=\"").Append(role).Append(isCopy ? "\" data-copy value=\"" : "\" value=\"").Append(number.ExactText);
        if (number.Decimals is < 0 or > Number.MostPlain || shown.Contains('e', StringComparison.Ordinal))
            html.Append(CultureInfo.InvariantCulture, $"\" data-decimals=\"{number.Decimals}");
        return html.Append("\">").Append(shown).Append("</data>");
    }
}
