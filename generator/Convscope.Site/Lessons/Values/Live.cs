using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Templates;

namespace Convscope.Site.Lessons.Values;

/// <summary>Writes numbers and names as the site's other pages do.</summary>
internal static class Live
{
    /// <summary>A number: what is shown, and the exact one for machines.</summary>
    public static string Number(double exact,
        string shown) => $"<data class=\"live\" value=\"{new Number(exact, 0).ExactText}\">{shown}</data>";

    /// <summary>A number at fixed decimals.</summary>
    public static string Number(double exact, int decimals) => Number(exact, Core.Explain.Number.Format(exact, decimals));

    /// <summary>A whole number.</summary>
    public static string Whole(long number) => Number(number, number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A share as a percentage.</summary>
    public static string Share(double share, Words words) => Number(share, MapWords.Percent(share, words));

    /// <summary>Two sizes: <c>3 × 3</c>.</summary>
    public static string Pair(int rows, int columns) => $"{Whole(rows)} × {Whole(columns)}";

    /// <summary>One number where both are the same.</summary>
    public static string Same(int rows, int columns) => rows == columns ? Whole(rows) : Pair(rows, columns);

    /// <summary>A text.</summary>
    public static string Text(string text) => Html.Escape(text);

    /// <summary>A link to a page of the explorer.</summary>
    public static string Link(string url, string text) =>
        url.Length == 0 ? Text(text) : $"<a class=\"live\" href=\"{Root.Mark}{url}\">{Html.Escape(text)}</a>";
}
