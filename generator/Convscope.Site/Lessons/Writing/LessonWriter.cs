using System.Collections.Immutable;
using Convscope.Core.Planning;
using Convscope.Site.Building;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Writing;

/// <summary>Writes the pages of the lesson: each chapter, the table of contents, the glossary, and a page for each figure alone.</summary>
public sealed class LessonWriter
{
    private const string PlaygroundSlug = "hyperparameters";
    private readonly Lesson _lesson;
    private readonly PageWriter _pages;
    private readonly ParallelOptions _threads;
    private readonly ImmutableArray<ChapterText> _texts;

    /// <summary>Makes a writer, once all pictures have been visited.</summary>
    public LessonWriter(Lesson lesson, LessonScene scene, TemplateEngine engine, PageWriter pages, ParallelOptions threads)
    {
        (_lesson, _pages, _threads) = (lesson, pages, threads);
        var figures = new FigureRenderer(engine, scene);
        _texts = [.. lesson.Languages.Select(language => new ChapterText(engine, scene, figures, new(language)))];
    }

    /// <summary>Writes them all.</summary>
    public void Write()
    {
        foreach (var file in _lesson.Files) _pages.Copy(file.Route, file.Path);
        for (var i = 0; i < _lesson.Languages.Length; i++)
        {
            var (language, chapters, text) = (_lesson.Languages[i], _lesson.Chapters[i], _texts[i]);
            var contents = Contents(language, chapters);
            BuildThreads.Each(chapters.Length, _threads, at => WriteChapter(chapters, at, text, contents));
            _pages.Write("pages/learn.html", Page(language, "learn", "learn/index.html", language.Words["learn"], language.Words["learn_description"]),
                ("contents", contents), ("has_glossary", language.Glossary.Terms.Length > 0));
            if (language.Glossary.Terms.Length > 0)
                _pages.Write("pages/glossary.html", Page(language, "glossary", Routes.Chapter("glossary"), language.Words["glossary"], language.Words["glossary_description"], Crumb(language)), ("terms", language.Glossary.Terms));
            if (language.IsMain && chapters.All(chapter => chapter.Source.Slug != PlaygroundSlug)) PlaygroundPage.Write(_pages, language.Words);
        }
    }

    /// <summary>The text of the home page.</summary>
    public Html Home()
    {
        var (html, figures) = _texts[0].Render(_lesson.Home, explainsTerms: false);
        foreach (var figure in figures) WriteEmbed(_lesson.Home, figure, Routes.Home);
        return new(Root.Resolve(html, Routes.ToRoot(Routes.Home)));
    }

    private static ImmutableArray<ChapterView> Contents(LanguageSource language, ImmutableArray<Chapter> chapters)
    {
        var contents = chapters.Select(chapter => new ChapterView(chapter.Title, chapter.Source.Description, chapter.Route, chapter.Minutes)).ToList();
        if (language.IsMain && chapters.All(chapter => chapter.Source.Slug != PlaygroundSlug))
            contents.Add(new(language.Words["playground"], language.Words["playground_description"], Routes.Chapter(PlaygroundSlug), 1));
        return [.. contents];
    }

    private void WriteChapter(ImmutableArray<Chapter> chapters, int at, ChapterText text, ImmutableArray<ChapterView> contents)
    {
        var chapter = chapters[at];
        var (html, figures) = text.Render(chapter);
        var route = chapter.Route;
        var kind = chapter.HasPlayground ? PlaygroundSlug : "chapter";
        var page = Page(chapter.Language, kind, Routes.Chapter(chapter.Source.Slug), chapter.Title, chapter.Source.Description, Crumb(chapter.Language));
        _pages.Write("pages/chapter.html", page,
            ("text", new Html(Root.Resolve(html, Routes.ToRoot(route)))), ("chapter", contents[at]), ("number", at + 1), ("count", chapters.Length),
            ("sections", chapter.Headings.Where(heading => heading.Level == 2).ToImmutableArray()),
            ("previous", at > 0 ? contents[at - 1] : null), ("next", at + 1 < chapters.Length ? contents[at + 1] : null));
        foreach (var figure in figures) WriteEmbed(chapter, figure, route);
    }

    private void WriteEmbed(Chapter chapter, FramedFigure figure, string from)
    {
        var route = ChapterText.EmbedRoute(chapter, figure.Anchor);
        var page = _pages.Page(route, "embed", chapter.Title, chapter.Source.Description) with { Words = chapter.Language.Words, Prefix = chapter.Language.Prefix };
        _pages.Write("layouts/embed.html", page, layout: null,
            ("figure", new Html(Root.Resolve(figure.Framed, Routes.ToRoot(route)))), ("chapter", from), ("anchor", figure.Anchor), ("has_playground", chapter.HasPlayground));
    }

    private static (string, string) Crumb(LanguageSource language) => (language.Words["learn"], language.Prefix + "learn/index.html");

    /// <summary>Where the playground stands in a language; where its lesson has none, the one of the site's own language.</summary>
    private string PlaygroundOf(LanguageSource language) =>
        (_lesson.Chapters[_lesson.Languages.IndexOf(language)].Any(chapter => chapter.Source.Slug == PlaygroundSlug) ? language.Prefix : "") + Routes.Chapter(PlaygroundSlug);

    /// <summary>A page of the lesson, with the same page in the other languages that have it.</summary>
    private PageView Page(LanguageSource language, string kind, string route, string title, string description, params (string, string)[] crumbs)
    {
        var alternates = _lesson.Languages.Length == 1 ? [] : _lesson.Languages.Select((other, i) => (other, i))
            .Where(pair => pair.other == language || kind is "learn" || (kind is "glossary" ? pair.other.Glossary.Terms.Length > 0 : _lesson.Chapters[pair.i].Any(chapter => Routes.Chapter(chapter.Source.Slug) == route)))
            .Select(pair => new AlternateView(pair.other.Words["language_tag"], pair.other.Words["language_name"], pair.other.Prefix + route, pair.other == language) { Absolute = _pages.Absolute(pair.other.Prefix + route) }).ToImmutableArray();
        return _pages.Page(language.Prefix + route, kind, title, description, crumbs) with
        {
            Words = language.Words,
            Prefix = language.Prefix,
            Playground = PlaygroundOf(language),
            Alternates = alternates.Length > 1 ? alternates : [],
        };
    }
}

/// <summary>A chapter as the table of contents shows it.</summary>
public sealed record ChapterView(string Title, string Description, string Url, int Minutes);
