using System.Text.RegularExpressions;
using Convscope.Site.Templates;

namespace Convscope.Site.Lessons.Writing;

/// <summary>On a page in another language than the site's own, says of links out of that language in which language they lead.</summary>
public static partial class ForeignLinks
{
    /// <summary>Marks them with <c>hreflang</c>.</summary>
    /// <param name="html">The page, whose links to pages of the site begin with the way to its root.</param>
    /// <param name="prefix">What the addresses of the page's language begin with, <c>zh/</c>.</param>
    /// <param name="tag">The language of all other pages.</param>
    public static string Mark(string html, string prefix, string tag) => Link().Replace(html, match =>
        match.Groups["path"].ValueSpan.StartsWith(prefix, StringComparison.Ordinal)
            || match.ValueSpan.Contains("hreflang=", StringComparison.Ordinal)
            ? match.Value : $"{match.Value[..^1]} hreflang=\"{Html.Escape(tag)}\">");

    [GeneratedRegex("<a [^<>]*?href=\"(?:\\.\\./)+(?<path>[^\":?#]*\\.html)[^\"]*\"[^<>]*>")]
    private static partial Regex Link();
}
