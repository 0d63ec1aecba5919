using System.Collections.Immutable;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Rendering.Codes;
using Convscope.Site.Building;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Writing;

/// <summary>Writes the pages of the lesson: each chapter, the table of contents, the glossary, and a page for each figure alone.</summary>
public sealed class LessonWriter
{
    private readonly Lesson _lesson;
    private readonly ImmutableArray<PageWriter> _pages;
    private readonly ParallelOptions _threads;
    private readonly ImmutableArray<ChapterText> _texts;
    private readonly ImmutableArray<HashSet<string>> _routes;
    private readonly ImmutableArray<(string Kind, Phrase Title)> _practice;

    /// <summary>Makes a writer, once all pictures have been visited, or once it is known that all drawings are there: then no scene is
    /// needed.</summary>
    internal LessonWriter(Lesson lesson, LessonScene? scene, Drawings drawings, TemplateEngine engine, ImmutableArray<PageWriter> pages,
        ParallelOptions threads)
    {
        (_lesson, _pages, _threads, _practice) = (lesson, pages, threads, PracticeKinds.Of(lesson.Scope.Network));
        var figures = new FigureRenderer(engine, scene, drawings);
        _routes = [.. lesson.Chapters.Select(chapters =>
            chapters.Select(chapter => chapter.Source.Route).ToHashSet(StringComparer.Ordinal))];
        _texts = [.. lesson.Languages.Select(language => new ChapterText(engine, scene, drawings, figures, new(language)))];
    }

    /// <summary>Writes them all.</summary>
    public void Write()
    {
        foreach (var file in _lesson.Files) _pages[0].Copy(file.Route, file.Path);
        for (var i = 0; i < _lesson.Languages.Length; i++)
        {
            var (language, chapters, text) = (_lesson.Languages[i], _lesson.ChaptersOf(i, Routes.Lesson), _texts[i]);
            var contents = Contents(language, chapters);
            BuildThreads.Each(chapters.Length, _threads, at => WriteChapter(chapters, at, text, contents));
            var pages = _pages[i];
            pages.Write("pages/learn.html", Page(language, "learn", Routes.Section(Routes.Lesson), language.Words["learn"],
                language.Words["learn_description"]),
                ("contents", Contents(language, chapters)), ("has_glossary", language.Glossary.Terms.Length > 0));
            foreach (var index in _lesson.Chapters[i].Where(chapter => chapter.Source.IsIndex))
                WriteSection(index, _lesson.ChaptersOf(i, index.Source.Section), text);
            if (language.Glossary.Terms.Length > 0)
                pages.Write("pages/glossary.html", Page(language, "glossary", Routes.Chapter("glossary"), language.Words["glossary"],
                    language.Words["glossary_description"], Crumb(language)), ("terms", language.Glossary.Terms));
            if (chapters.All(chapter => chapter.Source.Slug != Routes.Playground)) PlaygroundPage.Write(pages, language.Words);
        }
    }

    /// <summary>The text of the home page in each language.</summary>
    public ImmutableArray<Html> Homes() =>
        [.. _lesson.Homes.Select((home, i) => Text(home, _texts[i], home.Language.Prefix + Routes.Home, explainsTerms: false))];

    /// <summary>The home pages' texts as one, to be compared with the last build's.</summary>
    public static string Joined(ImmutableArray<Html> homes) => string.Join('\0', homes.Select(home => home.Text));

    private static ImmutableArray<ChapterView> Contents(LanguageSource language, ImmutableArray<Chapter> chapters)
    {
        var contents = chapters.Select(View).ToList();
        if (chapters.All(chapter => chapter.Source.Slug != Routes.Playground))
            contents.Add(new(language.Words["playground"], language.Words["playground_description"], language.Prefix
                + Routes.Chapter(Routes.Playground), 1));
        return [.. contents];
    }

    private static ChapterView View(Chapter chapter) =>
        new(ShownText.Name(chapter.Title), ShownText.Sentence(chapter.Source.Description), chapter.Route, chapter.Minutes)
        {
            GivenTitle = chapter.Title, GivenDescription = chapter.Source.Description, Pictures = chapter.Pictures.Routes,
        };

    /// <summary>A section of its own: its first page with the table of contents, and its chapters.</summary>
    private void WriteSection(Chapter index, ImmutableArray<Chapter> chapters, ChapterText text)
    {
        var contents = chapters.Select(View).ToImmutableArray();
        BuildThreads.Each(chapters.Length, _threads, at => WriteChapter(chapters, at, text, contents, index));
        PagesOf(index.Language).Write("pages/section.html", PageOf(index), ("chapter", View(index)),
            ("text", Text(index, text, index.Route, explainsTerms: false)), ("contents", contents));
    }

    /// <summary>Writes a chapter.</summary>
    /// <param name="index">The first page of its section; null in the lesson.</param>
    private void WriteChapter(ImmutableArray<Chapter> chapters, int at, ChapterText text, ImmutableArray<ChapterView> contents,
        Chapter? index = null)
    {
        var chapter = chapters[at];
        if (chapter.IsKept) return;
        var html = Text(chapter, text, chapter.Route);
        var (words, address) = (chapter.Language.Words, PagesOf(chapter.Language).Absolute(chapter.Route));
        PagesOf(chapter.Language).Write("pages/chapter.html",
            PageOf(chapter, index is null ? Crumb(chapter.Language) : (ShownText.Name(index.Title), index.Source.Route)),
            ("text", html), ("chapter", contents[at]), ("number", at + 1), ("count", chapters.Length),
            ("up", index is null ? null : View(index)),
            ("sections", chapter.Headings.Where(heading => heading.IsOfSection)
                .Select(heading => heading with { Text = ShownText.Name(heading.Text) }).ToImmutableArray()),
            ("practice", Practice(chapter.Source, words)),
            ("code", address.Length > 0 ? new Html(QrCode.Svg(address, Html.Escape(words["page_code"]))) : null),
            ("previous", at > 0 ? contents[at - 1] : null), ("next", at + 1 < chapters.Length ? contents[at + 1] : null));
    }

    /// <summary>The ways from a chapter to what of it can be practised on this network.</summary>
    private PracticeLinkView[] Practice(ChapterSource chapter, Words words) =>
    [
        .. from asked in chapter.Practice
        from kind in _practice
        where kind.Kind == asked.Text
        select new PracticeLinkView(words[kind.Title], $"{Routes.Practice}#{kind.Kind}"),
    ];

    /// <summary>A text for the page at a route; its figures get pages of their own.</summary>
    private Html Text(Chapter chapter, ChapterText text, string route, bool explainsTerms = true)
    {
        var markup = text.Render(chapter, explainsTerms);
        chapter.Pictures.Routes = FigurePictures.Of(markup.Figures);
        foreach (var figure in markup.Figures) WriteEmbed(chapter, figure, route);
        var root = Routes.ToRoot(route);
        PagesOf(chapter.Language).Add(route, markup.Links.Select(link => link with { Address = Root.Resolve(link.Address, root) }));
        return new(Root.Resolve(markup.Text, root));
    }

    private void WriteEmbed(Chapter chapter, FramedFigure figure, string from)
    {
        var route = ChapterText.EmbedRoute(chapter, figure.Anchor);
        var pages = PagesOf(chapter.Language);
        var page = pages.Page(ChapterText.EmbedRoute(chapter, figure.Anchor, ""), "embed", ShownText.Name(chapter.Title),
            ShownText.Sentence(chapter.Source.Description)) with
        { Alternates = [], IsOfLesson = true };
        pages.Write("layouts/embed.html", page, layout: null,
            ("figure", new Html(Root.Resolve(figure.Framed, Routes.ToRoot(route)))), ("chapter", from), ("anchor", figure.Anchor),
                ("has_playground", chapter.HasPlayground));
    }

    private PageView PageOf(Chapter chapter, params (string, string)[] crumbs) =>
        Page(chapter.Language, chapter.HasPlayground ? Routes.Playground : "chapter", chapter.Source.Route, ShownText.Name(chapter.Title),
            ShownText.Sentence(chapter.Source.Description), crumbs) with
        {
            Section = chapter.Source.Section,
        };

    private static (string, string) Crumb(LanguageSource language) => (language.Words["learn"], Routes.Section(Routes.Lesson));

    private PageWriter PagesOf(LanguageSource language) => _pages[_lesson.Languages.IndexOf(language)];

    /// <summary>A page of the lesson, with the same page in the other languages that have it.</summary>
    private PageView Page(LanguageSource language, string kind, string route, string title, string description,
        params (string, string)[] crumbs)
    {
        var pages = PagesOf(language);
        LanguageSource[] having = [.. _lesson.Languages.Where((other, i) =>
            other == language || kind is "learn" || (kind is "glossary" ? other.Glossary.Terms.Length > 0 : Has(i, route)))];
        return pages.Page(route, kind, title, description, crumbs) with { Alternates = pages.In(route, having), IsOfLesson = true };
    }

    /// <summary>Whether a language has a page; each has the playground.</summary>
    private bool Has(int language, string route) => route == Routes.Chapter(Routes.Playground) || _routes[language].Contains(route);
}

/// <summary>A chapter as the table of contents shows it.</summary>
public sealed record ChapterView(string Title, string Description, string Url, int Minutes)
{
    /// <summary>The title just as it was given.</summary>
    public string GivenTitle { get; init; } = "";

    /// <summary>The description just as it was given.</summary>
    public string GivenDescription { get; init; } = "";

    /// <summary>Routes of pictures to know it by.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];
}
