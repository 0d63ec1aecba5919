using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Configuration;

namespace Convscope.Site.Lessons.Sources;

/// <summary>Reads what a Markdown file says of itself between its first two lines of <c>---</c>.</summary>
public static class FrontMatter
{
    private static readonly Dictionary<string, bool> Flags = new() { ["true"] = true, ["false"] = false };

    /// <summary>A chapter from its file. Mistakes are added to the diagnostics.</summary>
    /// <param name="text">The file.</param>
    /// <param name="shown">The file as the user would name it.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static ChapterSource Read(string text, string shown, List<Diagnostic> diagnostics)
    {
        var name = Path.GetFileNameWithoutExtension(shown);
        var chapter = new ChapterSource(shown, Slug.Folder(name, "chapter"), "", double.PositiveInfinity, "", [], text);
        if (Part(text) is not { } yaml) return chapter;
        try
        {
            var map = YamlMap.Parse(yaml, shown, diagnostics);
            chapter = chapter with
            {
                FrontMatter = yaml,
                Title = map.Text("title", ""),
                Description = map.Text("description", ""),
                Order = map.Number("order") ?? double.PositiveInfinity,
                Slug = ReadSlug(map, chapter.Slug, diagnostics),
                ExplainsTerms = map.Choice("glossary", Flags) ?? true,
                Practice = [.. map.Texts("practice").Select(kind => new Need(kind.Trim(), map.Span("practice")))],
                Needs = [.. map.Texts("needs").Select(need => new Need(need.Trim(), map.Span("needs")))],
            };
            map.RejectOthers();
        }
        catch (DiagnosticException e)
        {
            diagnostics.AddRange(e.Diagnostics);
        }

        return chapter;
    }

    /// <summary>The YAML with its first line, so that its places are those of the file; null where there is none.</summary>
    private static string? Part(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        if (!text.AsSpan(start).StartsWith("---")) return null;
        var line = text.IndexOf('\n', start);
        if (line < 0 || text.AsSpan(start, line - start).TrimEnd() is not "---") return null;
        for (var at = line + 1; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (text.AsSpan(at, end - at).TrimEnd() is "---" or "...") return text[start..at];
            at = end + 1;
        }

        return null;
    }

    private static string ReadSlug(YamlMap map, string otherwise, List<Diagnostic> diagnostics)
    {
        var slug = map.Text("slug", otherwise);
        if (slug.Length > 0 && slug == Slug.Folder(slug, "")) return slug;
        diagnostics.Add(Diagnostic.Error(
            DiagnosticCodes.BadValue,
                $"'slug' is a part of an address: lower-case letters, digits and hyphens, such as '{Slug.Folder(slug, otherwise)}'",
                map.Span("slug")));
        return otherwise;
    }
}
