using Convscope.Site.Checking;
using Convscope.Site.Markdown;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = Convscope.Core.Diagnostics.SourceSpan;

namespace Convscope.Site.Lessons.Writing;

/// <summary>Finds the links of a text with their places, those in raw HTML too, once it is known what conditions leave out of it.</summary>
internal static class TextLinks
{
    private static readonly string[] Addresses = ["href", "src", "poster"];

    /// <summary>The links of a document; addresses begin with <see cref="Root.Mark"/> where they are seen from the site's root.</summary>
    /// <param name="document">The text.</param>
    /// <param name="shown">Its file as the user would name it.</param>
    public static IEnumerable<TextLink> Of(MarkdownDocument document, string shown)
    {
        foreach (var item in document.Descendants())
        {
            if (item is HtmlBlock block && DirectiveBlock.IsShown(block))
            {
                foreach (var link in InHtml(block.Lines.ToString(), shown, block.Line, block.Column)) yield return link;
            }
            else if (item is LeafBlock { Inline: { } inline } leaf && DirectiveBlock.IsShown(leaf))
            {
                foreach (var link in inline.Descendants().SelectMany(part => Of(part, shown))) yield return link;
            }
        }
    }

    private static IEnumerable<TextLink> Of(MarkdownObject inline, string shown) => inline switch
    {
        LinkInline { Url: { } url } link => [new(url, new SourceSpan(shown, link.Line + 1, link.Column + 1))],
        HtmlInline html => InHtml(html.Tag, shown, html.Line, html.Column),
        _ => [],
    };

    /// <param name="html">A piece of HTML.</param>
    /// <param name="shown">The file.</param>
    /// <param name="line">Line that it begins on, from 0.</param>
    /// <param name="column">Column that it begins at, from 0.</param>
    private static IEnumerable<TextLink> InHtml(string html, string shown, int line, int column)
    {
        foreach (var tag in HtmlReader.Read(html).Tags)
        {
            var (row, at) = HtmlReader.Place(html, tag.At);
            var span = new SourceSpan(shown, line + row, row == 1 ? column + at : at);
            foreach (var address in Addresses.Select(name => tag[name]).OfType<string>().Concat(PageAddresses.OfSet(tag["srcset"] ?? "")))
                yield return new(address, span);
        }
    }
}
