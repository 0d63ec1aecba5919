using System.Collections.Immutable;
using Convscope.Site.Lessons.Figures;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Values;
using Convscope.Site.Markdown;
using Markdig.Syntax;

namespace Convscope.Site.Lessons.Binding;

/// <summary>A chapter that has been parsed, and whose directives are checked and bound to the network.</summary>
/// <param name="Source">Its file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Document">Its Markdown.</param>
public sealed record Chapter(ChapterSource Source, LanguageSource Language, MarkdownDocument Document)
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its sections.</summary>
    public required IReadOnlyList<Heading> Headings { get; init; }

    /// <summary>The figures in order.</summary>
    public required IReadOnlyList<PlacedFigure> Figures { get; init; }

    /// <summary>The live numbers, with what tells them apart.</summary>
    public required IReadOnlyList<(DirectiveInline Inline, string Key, LiveValue Value)> Values { get; init; }

    /// <summary>Questions, conditions on pictures and the like, which only frame their text.</summary>
    public required IReadOnlyList<(DirectiveBlock Block, TextFrame Frame)> Frames { get; init; }

    /// <summary>Minutes that reading takes, at least one.</summary>
    public required int Minutes { get; init; }

    /// <summary>Routes of the files beside it that it shows or leads to.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Whether it wasn't parsed, since its pages stand already as they would come out.</summary>
    public bool IsKept { get; init; }

    /// <summary>What the table of contents shows of it, known once its figures are drawn.</summary>
    public ChapterPictures Pictures { get; } = new();

    /// <summary>A chapter that hasn't changed since the last build.</summary>
    public static Chapter Kept(ChapterSource source, LanguageSource language, NotedChapter noted) => new(source, language, [])
    {
        Pictures = { Routes = noted.Pictures },
        Title = noted.Title, Minutes = noted.Minutes, Files = noted.Files, Headings = [], Figures = [], Values = [], Frames = [], IsKept =
            true,
    };

    /// <summary>Its page.</summary>
    public string Route => Language.Prefix + Source.Route;

    /// <summary>Whether the playground is in it.</summary>
    public bool HasPlayground => Figures.Any(placed => placed.Figure.IsPlayground);
}

/// <summary>Pictures of a chapter's first figure that has any.</summary>
public sealed class ChapterPictures
{
    /// <summary>Their routes.</summary>
    public ImmutableArray<string> Routes { get; set; } = [];
}

/// <summary>A figure at its place in a chapter.</summary>
/// <param name="Block">The block in the Markdown, whose children are the caption.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Anchor">Its id on the page.</param>
public sealed record PlacedFigure(DirectiveBlock Block, Figure Figure, string Anchor);

/// <summary>A directive that frames a part of the text.</summary>
public abstract record TextFrame;

/// <summary>A question whose answer is hidden until it is asked for.</summary>
public sealed record QuestionFrame : TextFrame;

/// <summary>What is asked in an exam, and how it is said there.</summary>
public sealed record ExamFrame : TextFrame;

/// <summary>A part of the text that stands only where a picture fits, or where none does.</summary>
public sealed record ConditionFrame(PictureChoice Picture, bool IsWanted) : TextFrame;
