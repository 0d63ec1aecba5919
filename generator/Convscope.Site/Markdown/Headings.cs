using Convscope.Core.Planning;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Markdown;

/// <summary>A heading of a text.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Text">Its words.</param>
/// <param name="Block">Where it stands; its level is 1 to 6.</param>
public sealed record Heading(string Id, string Text, HeadingBlock Block)
{
    /// <summary>Whether it is a section's, and no condition around it leaves it out.</summary>
    public bool IsOfSection => Block.Level == 2 && DirectiveBlock.IsShown(Block);
}

/// <summary>
/// Gives every heading its anchor: the one that the author wrote after it, <c>## Stride {#stride}</c>, so that a text in another
/// language can have the same; else one made from its words.
/// </summary>
public static class Headings
{
    /// <summary>What the page itself uses.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["main", "contents-name", "script-words", "status", "view", "no-caption", "no-controls", "bare"];

    /// <summary>Sets the anchors and lists the headings.</summary>
    public static IReadOnlyList<Heading> Identify(MarkdownDocument document)
    {
        var headings = new List<Heading>();
        HashSet<string>? taken = null;
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var own = TakeId(block);
            var text = PlainText.Of(block.Inline);
            var id = Slug.Unique(own ?? text, taken ??= new(Reserved, StringComparer.Ordinal), "section");
            block.GetAttributes().Id = id;
            headings.Add(new(id, text, block));
        }

        return headings;
    }

    /// <summary>Removes <c>{#id}</c> from the end of a heading.</summary>
    private static string? TakeId(HeadingBlock block)
    {
        if (block.Inline?.LastChild is not LiteralInline literal) return null;
        var text = literal.Content.AsSpan().TrimEnd();
        var start = text.LastIndexOf("{#");
        if (start < 0 || text[^1] != '}') return null;
        var id = text[(start + 2)..^1].ToString();
        literal.Content.End = literal.Content.Start + text[..start].TrimEnd().Length - 1;
        return id;
    }
}
