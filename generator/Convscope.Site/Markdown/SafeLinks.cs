using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Markdown;

/// <summary>Leaves only the words of a link whose address a browser would run instead of open, such as <c>javascript:</c>.</summary>
internal static class SafeLinks
{
    private static readonly string[] Schemes = ["https", "http", "mailto"];

    /// <summary>Keeps relative addresses, and absolute ones of the web and of mail.</summary>
    public static void KeepOnly(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsSafe(link.Url)).ToList())
        {
            while (link.FirstChild is { } word)
            {
                word.Remove();
                link.InsertBefore(word);
            }

            link.Remove();
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static bool IsSafe(string? url)
    {
        // Browsers skip spaces and control characters within a scheme.
        var plain = string.Concat((url ?? "").Where(c => c > ' '));
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || plain.IndexOfAny(['/', '?', '#']) is >= 0 and var end && end < colon
            || Schemes.Contains(plain[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
