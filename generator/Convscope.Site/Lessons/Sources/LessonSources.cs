using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;
using Convscope.Site.Templates;

namespace Convscope.Site.Lessons.Sources;

/// <summary>
/// Finds the lesson: each Markdown file of the content folder but <c>index.md</c> is a chapter, each folder in it with an <c>index.md</c>
/// is a section of its own, and each folder beside it that is named like a language (<c>zh</c>) holds the same in that language.
/// </summary>
public static partial class LessonSources
{
    private const string Index = "index.md";
    private static readonly string[] NoChapters = [Index, "README.md"];

    /// <summary>Full paths of the folders of all languages but the site's own.</summary>
    public static IEnumerable<string> Folders(SiteConfig config, SourcePaths paths) =>
        Beside(paths.InRoot(config.Content), config.Language).Select(one => one.Folder.Full);

    /// <summary>Reads the lesson in all its languages, the site's own first.</summary>
    public static ImmutableArray<LanguageSource> Read(SiteConfig config, SourcePaths paths, TemplateSource templates,
        List<Diagnostic> diagnostics)
    {
        var main = paths.InRoot(config.Content);
        var reading = new List<Task<ReadLanguage>> { Start(config.Language, isMain: true, main) };

        // Their words are long, and half of the time that all sources take.
        foreach (var (code, folder) in Beside(main, config.Language)) reading.Add(Start(code, isMain: false, folder));
        var languages = reading.ConvertAll(one => one.GetAwaiter().GetResult());
        foreach (var language in languages) diagnostics.AddRange(language.Diagnostics);
        return [.. languages.Select(language => language.Language)];

        Task<ReadLanguage> Start(string code, bool isMain, SourcePath folder) => Task.Run(() =>
        {
            var own = new List<Diagnostic>();
            return new ReadLanguage(Language(code, isMain, folder, templates, own), own);
        });
    }

    private static IEnumerable<(string Code, SourcePath Folder)> Beside(SourcePath main, string ours)
    {
        var beside = Path.GetDirectoryName(main.Full.TrimEnd(Path.DirectorySeparatorChar));
        if (!Directory.Exists(main.Full) || beside is null) yield break;
        var shown = Path.GetDirectoryName(main.Shown.TrimEnd('/')) ?? "";
        foreach (var full in SourceFolder.Folders(new(beside, shown)))
        {
            var code = Path.GetFileName(full);
            var folder = new SourcePath(full, Path.Combine(shown, code).Replace('\\', '/'));
            if (full == main.Full || !Tag().IsMatch(code) || code == ours || SourceFolder.Files(folder, "*.md").Length == 0) continue;
            yield return (code, folder);
        }
    }

    private static LanguageSource Language(string code, bool isMain, SourcePath folder, TemplateSource templates,
        List<Diagnostic> diagnostics)
    {
        var chapters = diagnostics.Collect(() => Chapters(folder, Routes.Lesson, diagnostics), []);
        foreach (var inner in diagnostics.Collect(() => SourceFolder.Folders(folder), []).Select(Path.GetFileName).OfType<string>()
            .Where(inner => SourceFile.IsThere(Path.Combine(folder.Full, inner, Index))))
            chapters.AddRange(diagnostics.Collect(() => Section(UnicodeForm.Composed(inner), folder.Inner(inner), diagnostics), []));

        foreach (var twice in chapters.Where(chapter => !chapter.IsIndex).GroupBy(chapter => chapter.Route)
            .Where(group => group.Count() > 1))
        {
            var others = string.Join(", ", twice.SkipLast(1).Select(chapter => chapter.Shown));
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress,
                $"the address '{twice.First().Slug}' is taken by {others} too; give one a 'slug' of its own", twice.Last().Span));
        }

        string? Text(string name) => diagnostics.Collect(() => SourceFile.TextIfThere(folder.Inner(name)), null);
        var (glossaryText, wordsText) = (Text("glossary.yaml"), Text("words.yaml"));
        var glossary = glossaryText is null ? Glossary.Empty : diagnostics.Collect(() =>
            Glossary.Read(glossaryText, $"{folder.Shown}/glossary.yaml", diagnostics), Glossary.Empty);
        if (glossary.Terms.Length > 0 && chapters.Find(chapter => chapter.Route == Routes.Chapter("glossary")) is { } same)
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress,
                "the address 'glossary' is taken by the page of glossary.yaml; give the chapter another 'slug'", same.Span));
        return new(code, isMain, [.. chapters.OrderBy(chapter => chapter.Order).Select(chapter => chapter with { Language = code })],
            glossary, ReadWords(code, wordsText, $"{folder.Shown}/words.yaml", templates, diagnostics))
        {
            Home = Text(Index) is { } home ? new($"{folder.Shown}/{Index}", home) : new("", ""), Folder = folder.Full, GlossaryText =
                glossaryText, WordsText = wordsText,
        };
    }

    /// <summary>A folder's files, in no order yet.</summary>
    private static List<ChapterSource> Chapters(SourcePath folder, string section, List<Diagnostic> diagnostics) => [..
        from file in SourceFolder.Files(folder, "*.md").Select(Path.GetFileName)
        let name = UnicodeForm.Composed(file)
        where name[0] is not ('.' or '_') && !NoChapters.Contains(name) && !EditorFiles.Is(name)
        let text = diagnostics.Collect(() => SourceFile.Text(folder.Inner(file)), "")
        select FrontMatter.Read(text, $"{folder.Shown}/{name}", diagnostics) with { Section = section }];

    /// <summary>The pages of a section, whose folder's name is a part of their addresses.</summary>
    private static List<ChapterSource> Section(string name, SourcePath folder, List<Diagnostic> diagnostics)
    {
        var shown = $"{folder.Shown}/{Index}";
        var index = FrontMatter.Read(SourceFile.Text(folder.Inner(Index)), shown, diagnostics) with { Section = name, IsIndex = true };
        if (name != Slug.Folder(name, ""))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue,
                $"the folder's name is a part of addresses: lower-case letters, digits and hyphens, such as '{Slug.Folder(name, "section")}'", index.Span));
        if (Routes.Reserved.Contains(name))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress,
                $"the address '{name}' is one of the site's own; give the folder another name", index.Span));
        return [index, .. Chapters(folder, name, diagnostics)];
    }

    /// <summary>The built-in words of the language, else of English, and then the site's own.</summary>
    private static Words ReadWords(string code, string? own, string shown, TemplateSource templates, List<Diagnostic> diagnostics)
    {
        var builtIn = new[] { $"words/{code}.yaml", $"words/{code.Split('-')[0]}.yaml" }.FirstOrDefault(templates.Has);
        if (builtIn is null && own is null) builtIn = "words/en.yaml";
        var words = Words.None(code, shown);
        if (builtIn is not null) words = diagnostics.Collect(() =>
            words.With(templates.Read(builtIn), templates.Shown(builtIn), diagnostics), words) with
        { Shown = shown };
        return own is null ? words : diagnostics.Collect(() => words.With(own, shown, diagnostics), words);
    }

    private sealed record ReadLanguage(LanguageSource Language, List<Diagnostic> Diagnostics);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Tag();
}
