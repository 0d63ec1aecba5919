using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Building;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons;

/// <summary>The lesson in all its languages: chapters that are checked and bound, and what they want of the pictures.</summary>
/// <param name="Scope">The network and the pictures that it is about.</param>
/// <param name="Languages">The languages, the site's own first.</param>
/// <param name="Chapters">The chapters of each, in order, of all sections; those that the model can't have are left out.</param>
/// <param name="Homes">The text of the home page in each language.</param>
/// <param name="Needs">What they want of the pictures.</param>
public sealed record Lesson(
    LessonScope Scope, ImmutableArray<LanguageSource> Languages, ImmutableArray<ImmutableArray<Chapter>> Chapters,
        ImmutableArray<Chapter> Homes, LessonNeeds Needs)
{
    /// <summary>Which files of the site are made from it.</summary>
    public LessonRoutes Routing { get; } = new(Languages);

    /// <summary>All chapters of all languages, and the home page.</summary>
    public IEnumerable<Chapter> All => Chapters.SelectMany(chapters => chapters).Concat(Homes);

    /// <summary>Files beside the chapters that come along.</summary>
    public required IReadOnlyList<CopiedFile> Files { get; init; }

    /// <summary>Where the playground stands in a language.</summary>
    public static string PlaygroundOf(LanguageSource language) => language.Prefix + Routes.Chapter(Routes.Playground);

    /// <summary>The chapters of one section in a language, without its first page.</summary>
    public ImmutableArray<Chapter> ChaptersOf(int language, string section) =>
        [.. Chapters[language].Where(chapter => chapter.Source.Section == section && !chapter.Source.IsIndex)];

    /// <summary>The way into each section but the lesson, by the prefix of the language that a page is in: those in that language, then
    /// what only the site's own has.</summary>
    public ImmutableDictionary<string, ImmutableArray<SectionView>> Sections =>
        Languages.Select((language, i) => (language, i)).ToImmutableDictionary(
        pair => pair.language.Prefix, pair => Chapters[pair.i].Concat(Chapters[0]).Where(chapter => chapter.Source.IsIndex)
            .DistinctBy(chapter => chapter.Source.Section)
            .Select(chapter => new SectionView(chapter.Source.Section, ShownText.Name(chapter.Title), chapter.Route,
                chapter.Language == pair.language ? "" : chapter.Language.Words["language_tag"])).ToImmutableArray());

    /// <summary>What the next build may know of each chapter without parsing it, by its key.</summary>
    /// <param name="hashes">The hash of each.</param>
    public IEnumerable<KeyValuePair<string, NotedChapter>> Noted(IReadOnlyDictionary<string, string> hashes) =>
        Chapters.SelectMany(chapters => chapters)
            .Select(chapter => KeyValuePair.Create(chapter.Source.Key,
            new NotedChapter(hashes[chapter.Source.Key], chapter.Title, chapter.Minutes, [.. chapter.Files.Distinct()],
                chapter.Pictures.Routes)));

    /// <summary>Parses and binds all chapters, on all threads, but for those that are kept.</summary>
    /// <exception cref="DiagnosticException">With every mistake in every chapter.</exception>
    public static Lesson Bind(ImmutableArray<LanguageSource> languages, ContentFiles beside, LessonScope scope, bool html,
        IReadOnlyDictionary<string, NotedChapter> kept, ParallelOptions threads)
    {
        var needs = new LessonNeeds();
        var diagnostics = new List<Diagnostic>();
        var files = new ChapterFiles(beside, html);
        var binding = new LessonBinding(scope, needs, html);
        var chapters = languages.Select(language => Bind(language, binding, files, kept, threads, diagnostics))
            .ToImmutableArray();
        var homes = languages.Select(language =>
        {
            var front = FrontMatter.Read(language.Home.Text, language.Home.Shown, diagnostics) with { Slug = "index" };
            return ChapterBinder.Bind(front, language, binding, new(language, ImmutableHashSet<string>.Empty, scope.Pictures, files),
                diagnostics, isHome: true);
        }).ToImmutableArray();
        return diagnostics.Count == 0 ? new(scope, languages, chapters, homes,
            needs)
        { Files = [.. files.Copied] } : throw new DiagnosticException(diagnostics);
    }

    private static ImmutableArray<Chapter> Bind(
        LanguageSource language, LessonBinding binding, ChapterFiles files, IReadOnlyDictionary<string, NotedChapter> unchanged,
        ParallelOptions threads, List<Diagnostic> diagnostics)
    {
        var scope = binding.Scope;
        var possible = language.Chapters.Where(chapter => IsPossible(chapter, scope, diagnostics)).ToArray();

        // Without its first page a section isn't there.
        var kept = possible.Where(chapter => chapter.Section == Routes.Lesson
            || possible.Any(index => index.IsIndex && index.Section == chapter.Section)).ToArray();
        var links = new ChapterLinks(language, language.Chapters.Select(chapter => chapter.Shown)
            .Except(kept.Select(chapter => chapter.Shown)).ToHashSet(StringComparer.Ordinal), scope.Pictures, files);
        var (chapters, problems) = (new Chapter[kept.Length], new List<Diagnostic>[kept.Length]);
        Parallel.For(0, kept.Length, threads, i =>
        {
            problems[i] = [];
            chapters[i] = unchanged.TryGetValue(kept[i].Key, out var noted)
                ? Chapter.Kept(kept[i], language, noted) : ChapterBinder.Bind(kept[i], language, binding, links, problems[i]);
        });
        foreach (var found in problems) diagnostics.AddRange(found);
        return [.. chapters];
    }

    private static bool IsPossible(ChapterSource chapter, LessonScope scope, List<Diagnostic> diagnostics)
    {
        var isPossible = true;
        foreach (var need in chapter.Needs)
        {
            isPossible &= scope.Has(need.Text, out var problem);
            if (problem is not null) diagnostics.Add(Diagnostic.Error(DiagnosticCodes.UnknownLayer, $"'needs': {problem}", need.Span));
        }

        foreach (var kind in chapter.Practice.Where(kind => !scope.IsKind(kind.Text) && !PracticeKinds.Counts.Contains(kind.Text)))
        {
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.UnknownLayer,
                $"'practice': there is nothing called '{kind.Text}' to practise{Suggestion.For(kind.Text, [.. scope.Kinds, .. PracticeKinds.Counts])}",
                kind.Span));
        }

        return isPossible;
    }
}
