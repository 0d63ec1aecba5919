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
        foreach (var unsafeLink in document.Descendants<Inline>().Where(IsUnsafe).ToList())
        {
            if (unsafeLink is AutolinkInline address)
            {
                address.ReplaceBy(new LiteralInline(address.Url));
                continue;
            }

            var link = (LinkInline)unsafeLink;
            while (link.FirstChild is { } word)
            {
                word.Remove();
                link.InsertBefore(word);
            }

            link.Remove();
        }
    }

    private static bool IsUnsafe(Inline inline) => inline switch
    {
        LinkInline link => !IsSafe(link.Url),
        AutolinkInline address => !address.IsEmail && !IsSafe(address.Url),
        _ => false,
    };

    private static bool IsSafe(string? url)
    {
        // Browsers skip spaces and control characters within a scheme.
        var plain = url is null ? "" : url.AsSpan().IndexOfAnyInRange('\0', ' ') < 0 ? url : string.Concat(url.Where(c => c > ' '));
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || plain.IndexOfAny(['/', '?', '#']) is >= 0 and var end && end < colon
            || Schemes.Contains(plain[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
