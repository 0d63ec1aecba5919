using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Checking;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Loading;
using Convscope.Site.Markdown;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Lessons.Binding;

/// <summary>
/// Leads links of Markdown to pages: <c>pooling.md#stride</c> to the chapter of that file, seen from the folder of the file that links,
/// <c>/network/index.html</c> to that page of the site. A link to a chapter that is left out because the model lacks what it needs keeps
/// only its words.
/// </summary>
/// <param name="language">The language of the chapters.</param>
/// <param name="left">Files of the chapters that are left out.</param>
/// <param name="pictures">Ids of the pictures.</param>
/// <param name="files">Leads other addresses to files beside the chapters.</param>
public sealed class ChapterLinks(LanguageSource language, IReadOnlySet<string> left, IReadOnlyCollection<string> pictures,
    ChapterFiles files)
{
    private readonly Dictionary<string, ChapterSource> _byFile =
        language.Chapters.ToDictionary(chapter => chapter.File, StringComparer.Ordinal);

    /// <summary>Sets the address of a link.</summary>
    /// <returns>The file beside the chapter that it leads to; null if it leads elsewhere.</returns>
    public CopiedFile? Resolve(LinkInline link, ChapterSource from, List<Diagnostic> diagnostics)
    {
        var url = link.Url ?? "";
        if (link.IsImage && !IsPicture(link, url, from, diagnostics)) return null;
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        {
            link.Url = Root.Mark + (IsInEveryLanguage(url[1..]) ? language.Prefix : "") + WithFile(url[1..]);
            return null;
        }

        if (UnicodeForm.Composed(url) is { } composed && composed != url) link.Url = url = composed;
        var end = url.AsSpan().IndexOfAny('#', '?');
        var path = end < 0 ? url : url[..end];
        if (path.Length == 0 || url.StartsWith('/') || path.Contains(':', StringComparison.Ordinal)) return null;
        if (link.IsImage || !path.EndsWith(".md", StringComparison.Ordinal))
            return files.Resolve(link, path, from, Path.Combine(language.Folder, from.Folder), diagnostics);

        var file = LinkTarget.Resolve(from.Folder, UnicodeForm.Composed(Uri.UnescapeDataString(path)));
        if (file == "index.md") link.Url = Root.Mark + language.Prefix + "index.html" + url[path.Length..];
        else if (!_byFile.TryGetValue(file, out var chapter))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.DeadLink, $"there is no chapter '{file}'{Suggestion.For(file, _byFile.Keys)}",
                new(from.Shown, link.Line + 1, link.Column + 1)));
        else if (left.Contains(chapter.Shown)) Unwrap(link);
        else link.Url = Root.Mark + language.Prefix + chapter.Route + url[path.Length..];
        return null;
    }

    /// <summary>A folder is opened as a page by a web server alone.</summary>
    private static string WithFile(string url)
    {
        var end = url.AsSpan().IndexOfAny('#', '?');
        if (end < 0) end = url.Length;
        return end == 0 || url[end - 1] == '/' ? $"{url[..end]}index.html{url[end..]}" : url;
    }

    /// <summary>Pages of the explorer are in every language; chapters and files of the site's owner may not be.</summary>
    private bool IsInEveryLanguage(string route)
    {
        var first = route.Split('/', '#', '?')[0];
        return first is Routes.Home or "network" or "verify" or "credits" or "layers" || pictures.Contains(first);
    }

    /// <summary>A picture is the site's own, since no page asks another site for anything, and says in words what it shows.</summary>
    private static bool IsPicture(LinkInline link, string url, ChapterSource from, List<Diagnostic> diagnostics)
    {
        var at = new SourceSpan(from.Shown, link.Line + 1, link.Column + 1);
        var isForeign = url.StartsWith("//", StringComparison.Ordinal) || url.AsSpan().IndexOf(':') is > 0 and var colon
            && url.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
        if (isForeign) diagnostics.Add(Diagnostic.Error(DiagnosticCodes.UnknownPicture,
            "pages load nothing from other sites; put the picture beside the chapter", at));
        if (PlainText.Of(link).Length == 0)
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.NoAlt,
                $"the picture needs words for those who can't see it: ![what it shows]({url})", at));
        return !isForeign;
    }

    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } word)
        {
            word.Remove();
            link.InsertBefore(word);
        }

        link.Remove();
    }
}
