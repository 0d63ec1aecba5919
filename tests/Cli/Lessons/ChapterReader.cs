using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>Reads a chapter as a person does, and tells what dangles: sentences of nothing, headings with nothing below, figures that are
/// empty.</summary>
internal static partial class ChapterReader
{
    /// <summary>Everything that dangles on a page, each with the words around it.</summary>
    public static IEnumerable<string> Problems(string file)
    {
        using var page = Html.Open(file);
        var text = TextOf(page);
        foreach (var missing in text.QuerySelectorAll("span.live")) yield return $"a value is missing: {Around(missing)}";
        foreach (var empty in text.QuerySelectorAll(".figure-body > .quiet:only-child"))
            yield return $"an empty figure: {empty.TextContent}";
        foreach (var item in text.QuerySelectorAll("li, p, figcaption, summary")
            .Where(item => item.TextContent.Trim().Length == 0 && item.Closest(".figure-body") is null))
            yield return $"an empty {item.LocalName}: {Around(item)}";
        foreach (var table in text.QuerySelectorAll("table").Where(table => table.QuerySelector("tbody tr") is null))
            yield return $"an empty table: {Around(table)}";
        foreach (var heading in text.QuerySelectorAll("h2, h3")
            .Where(heading => heading.Closest("figure, section.question") is null && HasNothingBelow(heading)))
            yield return $"a heading with nothing below: {heading.TextContent}";
        foreach (var block in text.QuerySelectorAll("p, li, figcaption")
            .Where(block => block.QuerySelector("p, li") is null && block.Closest(".figure-body") is null))
        {
            var words = Spaces().Replace(block.TextContent, " ").Trim();
            foreach (Match dangling in Dangling().Matches(words)) yield return $"'{dangling.Value}' in: {words}";
            if (words is [.., ':' or '：'] && block.NextElementSibling is null or { LocalName: "h2" or "h3" or "section" })
                yield return $"nothing follows: {words}";
        }
    }

    /// <summary>The whole text of a chapter but for its figures, whose captions stay.</summary>
    public static string Text(string file)
    {
        using var page = Html.Open(file);
        var text = TextOf(page);
        foreach (var body in text.QuerySelectorAll(".figure-body").ToArray()) body.Remove();
        return string.Join('\n', text.TextContent.Split('\n').Select(line => Spaces().Replace(line, " ").Trim())
            .Where(line => line.Length > 0));
    }

    /// <summary>What stands in the text, without the definitions that open beside their terms and the tools below figures.</summary>
    private static IElement TextOf(IDocument page)
    {
        var text = page.QuerySelector(".chapter-text") ?? throw new InvalidOperationException("the page has no text");
        foreach (var aside in text.QuerySelectorAll(".definition, .figure-tools").ToArray()) aside.Remove();
        return text;
    }

    private static bool HasNothingBelow(IElement heading) =>
        heading.NextElementSibling is not { } next
            || (next.LocalName is "h2" or "h3" && string.CompareOrdinal(next.LocalName, heading.LocalName) <= 0);

    private static string Around(IElement element) => Spaces().Replace((element.ParentElement ?? element).TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // None of none; one of many things; quotes, brackets and stops around nothing.
    [GeneratedRegex(@"\b0 of (the )?0\b|(?<!\d)0张里|\b1 (pictures|units|layers|classes|answers|numbers|maps|channels|minutes)\b|\(\)|（）|“”|""""| [.,;:?](\s|$)|，[，。、]|。。|：[。，]|^[.,;:，。：]|\*\*")]
    private static partial Regex Dangling();
}
