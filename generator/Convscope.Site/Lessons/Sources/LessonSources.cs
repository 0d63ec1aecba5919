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
    public static IEnumerable<string> Folders(SiteConfig config, SourcePaths paths) => Beside(paths.InRoot(config.Content), config.Language).Select(one => one.Folder.Full);

    /// <summary>Reads the lesson in all its languages, the site's own first.</summary>
    public static ImmutableArray<LanguageSource> Read(SiteConfig config, SourcePaths paths, TemplateSource templates, List<Diagnostic> diagnostics)
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
        foreach (var folder in Directory.EnumerateDirectories(beside).Order(StringComparer.Ordinal))
        {
            var code = Path.GetFileName(folder);
            if (folder == main.Full || !Tag().IsMatch(code) || code == ours || !Directory.EnumerateFiles(folder, "*.md").Any()) continue;
            yield return (code, new(folder, Path.Combine(Path.GetDirectoryName(main.Shown.TrimEnd('/')) ?? "", code).Replace('\\', '/')));
        }
    }

    private static LanguageSource Language(string code, bool isMain, SourcePath folder, TemplateSource templates, List<Diagnostic> diagnostics)
    {
        var chapters = Chapters(folder, Routes.Lesson, diagnostics);
        if (Directory.Exists(folder.Full))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder.Full).Where(inner => File.Exists(Path.Combine(inner, Index))).Order(StringComparer.Ordinal))
                chapters.AddRange(Section(UnicodeForm.Composed(Path.GetFileName(inner)), new(inner, $"{folder.Shown}/{Path.GetFileName(inner)}"), diagnostics));
        }

        foreach (var twice in chapters.Where(chapter => !chapter.IsIndex).GroupBy(chapter => chapter.Route).Where(group => group.Count() > 1))
        {
            var others = string.Join(", ", twice.SkipLast(1).Select(chapter => chapter.Shown));
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress, $"the address '{twice.First().Slug}' is taken by {others} too; give one a 'slug' of its own", twice.Last().Span));
        }

        var (glossaryText, wordsText) = (Text(folder, "glossary.yaml"), Text(folder, "words.yaml"));
        var glossary = glossaryText is null ? Glossary.Empty : Guarded(() => Glossary.Read(glossaryText, $"{folder.Shown}/glossary.yaml", diagnostics), Glossary.Empty, diagnostics);
        if (glossary.Terms.Length > 0 && chapters.Find(chapter => chapter.Route == Routes.Chapter("glossary")) is { } same)
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress, "the address 'glossary' is taken by the page of glossary.yaml; give the chapter another 'slug'", same.Span));
        return new(code, isMain, [.. chapters.OrderBy(chapter => chapter.Order).Select(chapter => chapter with { Language = code })], glossary, ReadWords(code, wordsText, $"{folder.Shown}/words.yaml", templates, diagnostics))
        {
            Home = ReadHome(folder), Folder = folder.Full, GlossaryText = glossaryText, WordsText = wordsText,
        };
    }

    private static SourceText ReadHome(SourcePath folder)
    {
        return Text(folder, Index) is { } text ? new($"{folder.Shown}/{Index}", text) : new("", "");
    }

    /// <summary>A folder's files, in no order yet.</summary>
    private static List<ChapterSource> Chapters(SourcePath folder, string section, List<Diagnostic> diagnostics) => !Directory.Exists(folder.Full) ? [] : [..
        from file in Directory.EnumerateFiles(folder.Full, "*.md").Order(StringComparer.Ordinal)
        let name = UnicodeForm.Composed(Path.GetFileName(file))
        where name[0] is not ('.' or '_') && !NoChapters.Contains(name)
        select FrontMatter.Read(File.ReadAllText(file), $"{folder.Shown}/{name}", diagnostics) with { Section = section }];

    /// <summary>The pages of a section, whose folder's name is a part of their addresses.</summary>
    private static IEnumerable<ChapterSource> Section(string name, SourcePath folder, List<Diagnostic> diagnostics)
    {
        var shown = $"{folder.Shown}/{Index}";
        var index = FrontMatter.Read(File.ReadAllText(Path.Combine(folder.Full, Index)), shown, diagnostics) with { Section = name, IsIndex = true };
        if (name != Slug.Of(name, ""))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, $"the folder's name is a part of addresses: lower-case letters, digits and hyphens, such as '{Slug.Of(name)}'", index.Span));
        if (Routes.Reserved.Contains(name))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress, $"the address '{name}' is one of the site's own; give the folder another name", index.Span));
        return [index, .. Chapters(folder, name, diagnostics)];
    }

    private static string? Text(SourcePath folder, string name)
    {
        var file = Path.Combine(folder.Full, name);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The built-in words of the language, else of English, and then the site's own.</summary>
    private static Words ReadWords(string code, string? own, string shown, TemplateSource templates, List<Diagnostic> diagnostics)
    {
        var builtIn = new[] { $"words/{code}.yaml", $"words/{code.Split('-')[0]}.yaml" }.FirstOrDefault(templates.Has);
        if (builtIn is null && own is null) builtIn = "words/en.yaml";
        var words = Words.None(code, shown);
        if (builtIn is not null) words = Guarded(() => words.With(templates.Read(builtIn), templates.Shown(builtIn), diagnostics), words, diagnostics) with { Shown = shown };
        return own is null ? words : Guarded(() => words.With(own, shown, diagnostics), words, diagnostics);
    }

    private static T Guarded<T>(Func<T> read, T otherwise, List<Diagnostic> diagnostics)
    {
        try
        {
            return read();
        }
        catch (DiagnosticException e)
        {
            diagnostics.AddRange(e.Diagnostics);
            return otherwise;
        }
    }

    private sealed record ReadLanguage(LanguageSource Language, List<Diagnostic> Diagnostics);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Tag();
}
