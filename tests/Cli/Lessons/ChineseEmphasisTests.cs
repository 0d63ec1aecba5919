using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>CommonMark knows words by the spaces between them, which Chinese, Japanese and Korean texts don't have.</summary>
public sealed class ChineseEmphasisTests
{
    [Fact]
    public void EmphasisEndsBetweenAMarkAndALetterOfAScriptWithoutSpaces()
    {
        using var site = new TempSite();
        site.Write("content/en/notes.md", "# Notes\n\n**注意：**后面，这是**“重点”**的话；**重点**也是。2 ** 3 ** 4.\n");
        site.Built();
        using var chapter = Html.Parse(site.Page("learn/notes/index.html"));
        Assert.Equal(["注意：", "“重点”", "重点"], chapter.QuerySelectorAll("main strong").Select(strong => strong.TextContent));
    }
}
