using System.Net;

namespace Convscope.Site.Checking;

/// <summary>
/// The addresses on a page that templates made, in which values are quoted with <c>"</c>. It reads thousands of pages in each build, so it
/// looks for attributes alone; the tests parse the same pages with a real parser.
/// </summary>
internal static class PageAddresses
{
    private static readonly string[] Single = [" href=\"", " src=\"", " poster=\""];

    /// <summary>The addresses, with HTML's escapes resolved; one may come more than once.</summary>
    public static IEnumerable<string> In(string html) =>
        Single.SelectMany(start => Values(html, start)).Concat(Values(html, " srcset=\"").SelectMany(OfSet)).Select(WebUtility.HtmlDecode)
            .OfType<string>();

    /// <summary>The values of an attribute, as they are written.</summary>
    /// <param name="html">The page.</param>
    /// <param name="start">The attribute with the space before it and the quotation mark behind.</param>
    public static IEnumerable<string> Values(string html, string start)
    {
        for (var at = html.IndexOf(start, StringComparison.Ordinal); at >= 0; at = html.IndexOf(start, at, StringComparison.Ordinal))
        {
            at += start.Length;
            var end = html.IndexOf('"', at);
            if (end < 0) yield break;
            yield return html[at..end];
        }
    }

    /// <summary>The addresses in a <c>srcset</c>: each may have a width or a density behind it.</summary>
    public static IEnumerable<string> OfSet(string set) =>
        set.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split(' ')[0]);
}
