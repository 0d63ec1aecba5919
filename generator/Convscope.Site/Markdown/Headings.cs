using System.Globalization;
using System.Text;
using Convscope.Core.Planning;
using Convscope.Site.Loading;
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
/// language can have the same; else one made from its words, which gives way to those that were written.
/// </summary>
public static class Headings
{
    /// <summary>What the page itself uses.</summary>
    public static readonly IReadOnlyList<string> Reserved =
        ["main", "contents-name", "script-words", "status", "view", "no-caption", "no-controls", "bare"];

    /// <summary>Sets the anchors and lists the headings.</summary>
    /// <param name="document">The text.</param>
    /// <param name="wrong">Told of an anchor that can't be had, with the heading.</param>
    public static IReadOnlyList<Heading> Identify(MarkdownDocument document, Action<HeadingBlock, string> wrong)
    {
        var blocks = document.Descendants<HeadingBlock>().Select(block => (Block: block, Own: TakeId(block))).ToArray();
        if (blocks.Length == 0) return [];
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);
        foreach (var (block, own) in blocks)
        {
            if (own is not null && Problem(own, taken) is { } problem) wrong(block, problem);
        }

        return [.. blocks.Select(heading =>
        {
            var text = PlainText.Of(heading.Block.Inline);
            var id = heading.Own ?? Slug.Free(Slug.Anchor(UnicodeForm.Composed(text)), taken);
            heading.Block.GetAttributes().Id = id;
            return new Heading(id, text, heading.Block);
        })];
    }

    /// <summary>
    /// What an anchor that leads nowhere was the name of: headings without Latin letters were once called by their places among each other,
    /// <c>section</c>, <c>section-2</c>, and texts still link to them so.
    /// </summary>
    /// <returns>The heading's anchor now, or null.</returns>
    public static string? Renamed(string anchor, IReadOnlyList<Heading> headings)
    {
        if (!anchor.StartsWith("section", StringComparison.Ordinal) || headings.Any(heading => heading.Id == anchor)) return null;
        var place = anchor == "section" ? 1 : int.TryParse(anchor.AsSpan("section-".Length), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number) ? number : 0;
        return headings.Where(heading => !heading.Text.Any(char.IsAsciiLetterOrDigit)).ElementAtOrDefault(place - 1)?.Id;
    }

    /// <summary>Why an anchor can't be had; null where it is taken now.</summary>
    private static string? Problem(string id, HashSet<string> taken) =>
        !IsAnchor(id) ? $"an anchor has letters, digits, '-', '_', '.' and ':' alone, such as '{Slug.Anchor(id)}', not '{id}'"
        : Reserved.Contains(id) ? $"the anchor '{id}' is one of the page's own; choose another"
        : !taken.Add(id) ? $"the anchor '{id}' is another heading's too; choose another"
        : null;

    /// <summary>A sign that ends an address, or means a place on a map, can be in no anchor.</summary>
    private static bool IsAnchor(string id) =>
        id.Length > 0 && id.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or ':'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Removes <c>{#id}</c> from the end of a heading.</summary>
    private static string? TakeId(HeadingBlock block)
    {
        if (block.Inline?.LastChild is not LiteralInline literal) return null;
        var text = literal.Content.AsSpan().TrimEnd();
        var start = text.LastIndexOf("{#");
        if (start < 0 || text[^1] != '}') return null;
        var id = text[(start + 2)..^1].ToString();
        literal.Content.End = literal.Content.Start + text[..start].TrimEnd().Length - 1;
        return UnicodeForm.Composed(id);
    }
}
