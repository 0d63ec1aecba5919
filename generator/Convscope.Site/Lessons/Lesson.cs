using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Loading;

namespace Convscope.Site.Lessons;

/// <summary>The lesson in all its languages: chapters that are checked and bound, and what they want of the pictures.</summary>
/// <param name="Scope">The network and the pictures that it is about.</param>
/// <param name="Languages">The languages, the site's own first.</param>
/// <param name="Chapters">The chapters of each, in order; those that the model can't have are left out.</param>
/// <param name="Home">The text of the home page.</param>
/// <param name="Needs">What they want of the pictures.</param>
public sealed record Lesson(
    LessonScope Scope, ImmutableArray<LanguageSource> Languages, ImmutableArray<ImmutableArray<Chapter>> Chapters, Chapter Home, LessonNeeds Needs)
{
    /// <summary>Files beside the chapters that come along.</summary>
    public required IReadOnlyList<CopiedFile> Files { get; init; }

    /// <summary>Parses and binds all chapters, on all threads.</summary>
    /// <exception cref="DiagnosticException">With every mistake in every chapter.</exception>
    public static Lesson Bind(ImmutableArray<LanguageSource> languages, SourceText home, ContentFiles beside, LessonScope scope, bool html, ParallelOptions threads)
    {
        var needs = new LessonNeeds();
        var diagnostics = new List<Diagnostic>();
        var files = new ChapterFiles(beside, html);
        var chapters = languages.Select(language => Bind(language, scope, needs, files, html, threads, diagnostics)).ToImmutableArray();
        var front = FrontMatter.Read(home.Text, home.Shown, diagnostics) with { Slug = "index" };
        var text = ChapterBinder.Bind(front, languages[0], scope, needs, new(languages[0], ImmutableHashSet<string>.Empty, files), html, diagnostics, isHome: true);
        return diagnostics.Count == 0 ? new(scope, languages, chapters, text, needs) { Files = [.. files.Copied] } : throw new DiagnosticException(diagnostics);
    }

    private static ImmutableArray<Chapter> Bind(
        LanguageSource language, LessonScope scope, LessonNeeds needs, ChapterFiles files, bool html, ParallelOptions threads, List<Diagnostic> diagnostics)
    {
        var kept = language.Chapters.Where(chapter => IsPossible(chapter, scope, diagnostics)).ToArray();
        var links = new ChapterLinks(language, language.Chapters.Except(kept).Select(chapter => chapter.Shown).ToHashSet(StringComparer.Ordinal), files);
        var (chapters, problems) = (new Chapter[kept.Length], new List<Diagnostic>[kept.Length]);
        Parallel.For(0, kept.Length, threads, i =>
            chapters[i] = ChapterBinder.Bind(kept[i], language, scope, needs, links, html, problems[i] = []));
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

        return isPossible;
    }
}
