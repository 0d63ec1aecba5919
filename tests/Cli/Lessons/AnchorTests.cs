using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>Every place in a text has an address that lasts, and a link that leads to none is told where it stands.</summary>
public sealed class AnchorTests
{
    private static string[] Anchors(TempSite site, string chapter)
    {
        using var page = Html.Parse(site.Page($"learn/{chapter}/index.html"));
        return [.. page.QuerySelectorAll("h2").Select(heading => heading.Id!)];
    }

    [Fact]
    public void AnAuthorsAnchorIsKeptAndOneOfWordsGivesWay()
    {
        using var site = new TempSite();
        site.Write("content/en/steps.md",
            "# Steps\n\n## Stride\n\nShort.\n\n## The step {#stride}\n\n[The step](#stride), [short](#stride-2).\n");
        site.Built();
        Assert.Equal(["stride-2", "stride"], Anchors(site, "steps"));
    }

    [Theory]
    [InlineData("## A {#same}\n\n## B {#same}\n", 5, "the anchor 'same' is another heading's too; choose another")]
    [InlineData("## A {#main}\n", 3, "the anchor 'main' is one of the page's own; choose another")]
    [InlineData("## A {#two words}\n",
        3, "an anchor has letters, digits, '-', '_', '.' and ':' alone, such as 'two-words', not 'two words'")]
    [InlineData("## A {#x\"onclick=\"alert(1)}\n", 3, "such as 'x-onclick-alert-1', not 'x\"onclick=\"alert(1)'")]
    [InlineData("## A {#unit}\n\n::: unit id=unit\n:::\n",
        5, "the anchor 'unit' is taken by a heading or another figure of this chapter; choose another")]
    public void AClashIsAnError(string text, int line, string message)
    {
        using var site = new TempSite();
        site.Write("content/en/steps.md", "# Steps\n\n" + text);
        Assert.Contains($"content/en/steps.md:{line}:", site.Fails(1, [message]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AHeadingsWordsAreItsAnchorInAnyScript()
    {
        using var site = new TempSite();
        site.Write("content/en/words.md",
            "# Words\n\n## 卷积\n\n## Größe\n\n## Gro\u0308ße 2\n\n## Свёртка\n\n[a](#卷积) [b](#größe) [c](#gro\u0308ße-2) [d](#%D1%81%D0%B2%D1%91%D1%80%D1%82%D0%BA%D0%B0) [e](words.md#größe)\n");
        site.Built();
        Assert.Equal(["卷积", "größe", "größe-2", "свёртка"], Anchors(site, "words"));
        site.Write("content/en/words.md", "# Words\n\n## 输入\n\n## 卷积\n\n## 池化\n\n[once](#section-3)\n");
        site.Built();
        Assert.Equal(["输入", "卷积", "池化"], Anchors(site, "words"));
        Assert.Contains("href=\"#%E6%B1%A0%E5%8C%96\"", site.Page("learn/words/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("See [it](#strides).",
        "content/en/text.md:7:5: error CS1205: a link leads to '#strides' on learn/text/index.html, which has no such id; did you mean 'stride'?")]
    [InlineData("See [it](#grösse).",
        "content/en/text.md:7:5: error CS1205: a link leads to '#grösse' on learn/text/index.html, which has no such id")]
    [InlineData("See [it](other.md#top).",
        "content/en/text.md:7:5: error CS1205: a link leads to '#top' on learn/other/index.html, which has no such id")]
    [InlineData("See [it](/nowhere/).",
        "content/en/text.md:7:5: error CS1205: a link leads to 'nowhere/index.html', which is not in the site")]
    [InlineData("See <a href='../nowhere/x.html'>it</a>.",
        "content/en/text.md:7:5: error CS1205: a link leads to 'learn/nowhere/x.html', which is not in the site")]
    [InlineData("<div>\n<A HREF=../nowhere.html?a=1#b>it</A>\n</div>",
        "content/en/text.md:8:1: error CS1205: a link leads to 'learn/nowhere.html', which is not in the site")]
    [InlineData("<img alt=\"\" src=\"../../files/none.png\" srcset=\"../../index.html 1x, two.png 2x\">",
        "content/en/text.md:7:1: error CS1205: a link leads to 'learn/text/two.png', which is not in the site")]
    [InlineData("<a href=\"/network/index.html\">it</a>",
        "content/en/text.md:7:1: error CS1205: '/network/index.html' works at the root of a domain only; write it relative to the page")]
    public void ADeadLinkIsToldWhereItIsWritten(string text, string message)
    {
        using var site = new TempSite();
        site.Write("content/en/other.md", "# Other\n");
        site.Write("content/en/text.md", $"# Text\n\n## Stride\n\nWords.\n\n{text}\n");
        site.Fails(1, [message]);
    }

    [Fact]
    public void EachDeadLinkIsToldNotTheFirstAlone()
    {
        using var site = new TempSite();
        site.Write("content/en/one.md", "# One\n\n[a](#x) and [b](#x)\n");
        site.Write("content/en/two.md", "# Two\n\n[a](one.md#x)\n");
        site.Fails(1, ["one.md:3:1:", "one.md:3:13:", "two.md:3:1:"]);
    }

    [Fact]
    public void WhatLeadsSomewhereIsNoError()
    {
        using var site = new TempSite();
        site.Write("content/static/own.html",
            "<!doctype html><html lang=en><title>Own</title><a href='index.html?q=1&amp;r=2#main'>home</a></html>");
        site.Write("content/en/text.md",
            "# Text\n\nA note[^1] and [the network](/network/), [own](/own.html?x=1), <a href='../../index.html?a=1&amp;b=2#main'>home</a>, [mail](mailto:a@example.org).\n\n[^1]: It leads back.\n");
        site.Built();
        Assert.Equal(0, Shell.Run("check", site.Output).Exit);
        Assert.Contains("network/index.html\"", site.Page("learn/text/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void APageOfTheOwnersIsLookedThroughToo()
    {
        using var site = new TempSite();
        site.Write("content/static/own.html", "<!doctype html>\n<html lang=en><title>Own</title>\n<a href='gone.html'>home</a></html>");
        site.Fails(1, ["content/static/own.html:3:1: error CS1205: a link leads to 'gone.html', which is not in the site"]);
    }
}
