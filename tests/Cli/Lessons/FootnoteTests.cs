using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>A note and what refers to it stay together, in a text with parts left out and on a figure's own page.</summary>
public sealed class FootnoteTests
{
    private const string Text = """
        # Notes

        ::: when has=conv-transpose
        Left out[^b], and so is this[^a].
        :::

        A sentence[^a], and again[^a].

        ::: unit layer=conv unit=0 id=figure
        A caption with a note[^c] and [a link](#where).
        :::

        ## Where

        [^a]: Always there.

        [^b]: Only about what was left out[^d].

        [^c]: About the figure.

        [^d]: A note to a note that is left out.

        """;

    [Fact]
    public void NotesOfLeftOutWordsAreLeftOut()
    {
        using var site = new TempSite();
        site.Write("content/en/notes.md", Text);
        site.Built();
        using var chapter = Html.Parse(site.Page("learn/notes/index.html"));
        Assert.Equal(["fn:1", "fn:2"], chapter.QuerySelectorAll(".footnotes li").Select(note => note.Id));
        Assert.Equal(["1", "1", "2"], chapter.QuerySelectorAll("a.footnote-ref").Select(link => link.TextContent));
        Assert.Equal(3, chapter.QuerySelectorAll("a.footnote-back-ref").Length);
        Assert.DoesNotContain("left out", chapter.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(new Crawl(site.Output).Problems);
    }

    [Fact]
    public void AFiguresOwnPageHasNoNotesAndLeadsToTheText()
    {
        using var site = new TempSite();
        site.Write("content/en/notes.md", Text);
        site.Built();
        using var embed = Html.Parse(site.Page("embed/notes/figure/index.html"));
        Assert.Empty(embed.QuerySelectorAll(".footnote-ref"));
        Assert.Equal("../../../learn/notes/index.html#where", embed.QuerySelector("figcaption a[href$='#where']")!.GetAttribute("href"));
        Assert.Equal(0, Shell.Run("check", site.Output).Exit);
    }
}
