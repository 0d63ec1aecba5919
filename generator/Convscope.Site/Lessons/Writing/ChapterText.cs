using Convscope.Site.Checking;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Markdown;
using Convscope.Site.Templates;
using Markdig.Syntax;

namespace Convscope.Site.Lessons.Writing;

/// <summary>A figure in its frame, for the page that shows nothing else.</summary>
/// <param name="Anchor">Its id on the chapter's page.</param>
/// <param name="Framed">Its markup.</param>
internal sealed record FramedFigure(string Anchor, string Framed);

/// <summary>What a chapter's Markdown became.</summary>
/// <param name="Text">Its markup.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Links">The links that its author wrote.</param>
internal sealed record ChapterMarkup(string Text, IReadOnlyList<FramedFigure> Figures, IReadOnlyList<TextLink> Links);

/// <summary>Puts figures, numbers, questions and definitions into a chapter's Markdown and renders it.</summary>
internal sealed class ChapterText(TemplateEngine engine, LessonScene? scene, Drawings drawings, FigureRenderer figures, TermMarker terms)
{
    /// <summary>The chapter's text, with marks for the way to the root, its figures and its links.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="explainsTerms">Whether terms of the glossary are explained; on the home page they are not.</param>
    public ChapterMarkup Render(Chapter chapter, bool explainsTerms = true)
    {
        var words = chapter.Language.Words;
        foreach (var (inline, key, value) in chapter.Values)
            inline.Html = drawings.Value(key, words, () => value(scene!, words))
                ?? $"<span class=\"live\">{Html.Escape(words["missing_value"])}</span>";
        var questions = 0;
        foreach (var (block, frame) in chapter.Frames)
        {
            // What stands around a block comes before it, so that questions are counted without those that are left out.
            if (frame is ConditionFrame condition) block.IsHidden =
                drawings.IsFound(condition.Picture, () => scene!.Pictures.Find(condition.Picture) is not null) != condition.IsWanted;
            else if (frame is ExamFrame) (block.Before, block.After) = Boxed(words["exam"]);
            else if (DirectiveBlock.IsShown(block)) Ask(block, ++questions, words);
        }

        Footnoting.Prune(chapter.Document);
        TextLink[] links = [.. TextLinks.Of(chapter.Document, chapter.Source.Shown)];
        if (explainsTerms && chapter.Source.ExplainsTerms) terms.Mark(chapter.Document);
        var framed = new List<FramedFigure>(chapter.Figures.Count);
        foreach (var placed in chapter.Figures.Where(placed => DirectiveBlock.IsShown(placed.Block)))
        {
            var rendered = figures.Render(placed.Figure, words);
            var html = Framed(placed, rendered, chapter);
            placed.Block.Before = html;
            placed.Block.IsHidden = true;
            if (rendered.IsMissing) continue;
            var isChanged = Footnoting.Detach(placed.Block, Root.Mark + chapter.Language.Prefix + chapter.Source.Route);
            framed.Add(new(placed.Anchor, isChanged ? Framed(placed, rendered, chapter) : html));
        }

        return new(MarkdownRenderer.Render(chapter.Document).Text, framed, links);
    }

    /// <summary>Where a figure stands alone.</summary>
    public static string EmbedRoute(Chapter chapter, string anchor) => EmbedRoute(chapter, anchor, chapter.Language.Prefix);

    /// <summary>The same with another prefix, or without any.</summary>
    public static string EmbedRoute(Chapter chapter, string anchor, string prefix) =>
        $"{prefix}embed/{chapter.Source.Folder}{chapter.Source.Slug}/{anchor}/index.html";

    private string Framed(PlacedFigure placed, RenderedFigure rendered, Chapter chapter)
    {
        var caption = placed.Block.Count == 0 ? "" : MarkdownRenderer.RenderChildren(placed.Block);
        return engine.Render("figures/frame.html", new Dictionary<string, object?>
        {
            ["root"] = new Html(Root.Mark), ["pages"] = new Html(Root.Mark + chapter.Language.Prefix), ["word"] =
                new WordFunction(chapter.Language.Words), ["id"] = placed.Anchor, ["kind"] = placed.Figure.Kind,
            ["body"] = rendered.Body, ["caption"] = new Html(caption), ["url"] = rendered.Url, ["is_missing"] = rendered.IsMissing,
            ["embed"] = EmbedRoute(chapter, placed.Anchor), ["picture"] = rendered.Picture,
        }, layout: null);
    }

    /// <summary>A box beside the text, with its name.</summary>
    private static (string Before, string After) Boxed(string name) =>
        ($"<div class=\"exam\" role=\"note\">\n<p class=\"exam-name\">{Html.Escape(name)}</p>\n", "</div>\n");

    /// <summary>The answer is what follows the first block, or a line of <c>---</c>.</summary>
    private static void Ask(DirectiveBlock block, int number, Words words)
    {
        var id = FormattableString.Invariant($"question-{number}");
        block.Before = $"<section class=\"question\" id=\"{id}\" aria-labelledby=\"{id}-name\">\n<p class=\"question-name\" id=\"{id}-name\">{Html.Escape(words["question", number])}</p>\n";
        var line = block.FirstOrDefault(child => child is ThematicBreakBlock);
        var at = line is null ? 1 : block.IndexOf(line);
        if (line is not null) block.RemoveAt(at);
        if (at < block.Count)
        {
            block.Insert(at, new DirectiveBlock(block.Parser!) { Before = $"<details class=\"answer\"><summary>{Html.Escape(words["show_answer"])}</summary>\n" });
            block.After = "</details>\n</section>\n";
        }
        else
        {
            block.After = "</section>\n";
        }
    }
}
