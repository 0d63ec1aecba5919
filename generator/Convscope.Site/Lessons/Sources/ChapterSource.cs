using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Loading;

namespace Convscope.Site.Lessons.Sources;

/// <summary>One Markdown file of a lesson, with what its front matter says.</summary>
/// <param name="Shown">The file as the user would name it.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">Its title, or empty where its first heading has it.</param>
/// <param name="Order">Its place among the chapters; the file's name decides between equals.</param>
/// <param name="Description">One sentence for search engines and the table of contents.</param>
/// <param name="Needs">What the model must have: <c>max-pool</c>, <c>model:tiny-vgg</c>.</param>
/// <param name="Text">The whole file.</param>
public sealed record ChapterSource(
    string Shown, string Slug, string Title, double Order, string Description, ImmutableArray<Need> Needs, string Text)
{
    /// <summary>The section that it stands in: the folder's name, or <c>learn</c> for the lesson itself.</summary>
    public string Section { get; init; } = Routes.Lesson;

    /// <summary>What can be practised of it: kinds of operators, <c>size</c>, <c>parameters</c>.</summary>
    public ImmutableArray<Need> Practice { get; init; } = [];

    /// <summary>Whether words of the glossary are explained in it.</summary>
    public bool ExplainsTerms { get; init; } = true;

    /// <summary>Whether it is the first page of its section, above the table of contents.</summary>
    public bool IsIndex { get; init; }

    /// <summary>The text of its front matter, to be hashed; empty where there is none.</summary>
    public string FrontMatter { get; init; } = "";

    /// <summary>Its folder seen from the language's: empty in the lesson, otherwise such as <c>docs/</c>.</summary>
    public string Folder => Section == Routes.Lesson ? "" : Section + "/";

    /// <summary>Its file seen from the language's folder: <c>pooling.md</c>, <c>docs/publish.md</c>.</summary>
    public string File => Folder + Path.GetFileName(Shown);

    /// <summary>The language that it is written in: <c>en</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>What builds know it by, wherever the site stands and whatever a user calls the way to it:
    /// <c>en/docs/publish.md</c>.</summary>
    public string Key => $"{Language}/{File}";

    /// <summary>Its page, without the language's prefix.</summary>
    public string Route => IsIndex ? Routes.Section(Section) : Routes.Chapter(Section, Slug);

    /// <summary>Where a message about the whole chapter points.</summary>
    public SourceSpan Span => new(Shown);
}

/// <summary>Something that a chapter, or a part of one, can't do without.</summary>
/// <param name="Text">As written.</param>
/// <param name="Span">Where.</param>
public sealed record Need(string Text, SourceSpan Span);

/// <summary>All texts in one language.</summary>
/// <param name="Code">The folder's name: <c>en</c>, <c>zh</c>.</param>
/// <param name="IsMain">Whether it is the site's own language, whose pages have no prefix.</param>
/// <param name="Chapters">The chapters of the lesson and of all other sections, in order.</param>
/// <param name="Glossary">The terms that are explained.</param>
/// <param name="Words">The words of templates.</param>
public sealed record LanguageSource(string Code, bool IsMain, ImmutableArray<ChapterSource> Chapters, Glossary Glossary, Words Words)
{
    /// <summary>Markdown of the home page, with how the user would name its file; empty where there is none.</summary>
    public SourceText Home { get; init; } = new("", "");

    /// <summary>The text that the glossary comes from, to be hashed; null where there is none.</summary>
    public string? GlossaryText { get; init; }

    /// <summary>The text of the words that are the site's own; null where there is none.</summary>
    public string? WordsText { get; init; }

    /// <summary>Full path of its folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>What the addresses of the language's pages start with.</summary>
    public string Prefix => IsMain ? "" : Code + "/";

    /// <summary>The sections in the order of their first pages: the lesson, and then each folder with an <c>index.md</c>.</summary>
    public IEnumerable<string> Sections => Chapters.Where(chapter => chapter.IsIndex).Select(chapter => chapter.Section)
        .Prepend(Routes.Lesson);
}
