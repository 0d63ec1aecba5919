using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Markdown;

/// <summary>Keeps footnotes and what refers to them together, whatever conditions leave out of a text.</summary>
public static class Footnoting
{
    /// <summary>Removes the notes that only left-out words refer to, and the ways back to such words; the others are numbered
    /// anew.</summary>
    public static void Prune(MarkdownDocument document)
    {
        if (document.LastOrDefault(block => block is FootnoteGroup) is not FootnoteGroup group) return;
        var left = new HashSet<Footnote>();
        while (group.OfType<Footnote>().FirstOrDefault(note =>
            !left.Contains(note) && !note.Links.Exists(link => !link.IsBackLink && IsShown(link, left))) is { } unread) left.Add(unread);
        foreach (var note in group.OfType<Footnote>().Except(left))
        {
            var shown = note.Links.Where(link => !link.IsBackLink && IsShown(link, left)).Select(link => link.Index).ToHashSet();
            foreach (var back in note.Descendants<FootnoteLink>().Where(link => link.IsBackLink && !shown.Contains(link.Index)).ToArray())
                back.Remove();
        }

        foreach (var note in left) group.Remove(note);
        for (var i = 0; i < group.Count; i++) ((Footnote)group[i]).Order = i + 1;
        if (group.Count == 0) document.Remove(group);
    }

    /// <summary>Makes a block fit for a page of its own: notes stay behind, and links to places on the text's page lead there.</summary>
    /// <param name="block">A block that won't be rendered on the text's page any more.</param>
    /// <param name="page">Address of the text's page.</param>
    /// <returns>Whether anything had to be changed.</returns>
    public static bool Detach(ContainerBlock block, string page)
    {
        FootnoteLink[] notes = [.. block.Descendants<FootnoteLink>()];
        LinkInline[] places = [.. block.Descendants<LinkInline>().Where(link => link.Url is ['#', ..])];
        foreach (var note in notes) note.Remove();
        foreach (var place in places) place.Url = page + place.Url;
        return notes.Length + places.Length > 0;
    }

    private static bool IsShown(FootnoteLink link, HashSet<Footnote> left)
    {
        var top = link.Parent;
        while (top?.Parent is { } outer) top = outer;
        Block? block = top?.ParentBlock;
        if (block is null || !DirectiveBlock.IsShown(block)) return false;
        for (; block is not null; block = block.Parent)
        {
            if (block is Footnote note && left.Contains(note)) return false;
        }

        return true;
    }
}
