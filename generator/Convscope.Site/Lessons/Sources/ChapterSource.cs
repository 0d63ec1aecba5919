using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

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
/// <param name="Chapters">The chapters in order.</param>
/// <param name="Glossary">The terms that are explained.</param>
/// <param name="Words">The words of templates.</param>
public sealed record LanguageSource(string Code, bool IsMain, ImmutableArray<ChapterSource> Chapters, Glossary Glossary, Words Words)
{
    /// <summary>Full path of its folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>What the addresses of the language's pages start with.</summary>
    public string Prefix => IsMain ? "" : Code + "/";
}
