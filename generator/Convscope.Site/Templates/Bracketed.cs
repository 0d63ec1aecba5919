using System.Text;
using Convscope.Core.Explain;

namespace Convscope.Site.Templates;

/// <summary>
/// A number that follows a sign, or is raised to a power: below zero it stands in brackets. Their two places are always there, empty
/// above zero, so that the script changes no more than texts.
/// </summary>
public static class Bracketed
{
    /// <summary><c>&lt;b&gt;(&lt;/b&gt;&lt;data …&gt;−0.50&lt;/data&gt;&lt;b&gt;)&lt;/b&gt;</c>.</summary>
    public static Html Of(string role, Number number, bool isCopy = false)
    {
        var html = new StringBuilder();
        Append(html, role, number, isCopy);
        return new(html.ToString());
    }

    /// <summary>The same at the end of a longer markup.</summary>
    internal static void Append(StringBuilder html, string role, Number number, bool isCopy = false)
    {
        var isNegative = IsNegative(number);
        html.Append(isNegative ? "<b>(</b>" : "<b></b>");
        TermGrid.Append(html, role, number, isCopy);
        html.Append(isNegative ? "<b>)</b>" : "<b></b>");
    }

    /// <summary>Whether a minus sign is shown.</summary>
    internal static bool IsNegative(Number number) => number.Shown[0] == '\u2212';
}
