using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A language that is written from right to left: its text begins at the right, the drawings and numbers stay as they
/// are.</summary>
public sealed class RightToLeftTests(ArabicSite arabic) : IClassFixture<ArabicSite>
{
    private const string Unit = "koala/conv_1_2/3/index.html";

    /// <summary>Pages of the kinds that turn.</summary>
    public static TheoryData<string> Pages =>
        ["index.html", "learn/convolution/index.html",
        Unit, "koala/softmax/4/index.html", "koala/conv_1_1/index.html", "network/index.html", "learn/hyperparameters/index.html",
            "layers/conv_1_2/index.html"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_fits_a_desk_and_a_phone_and_axe_finds_nothing(string route)
    {
        await using var site = await arabic.OpenAsync(route, 1440);
        await Assertions.Expect(site.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await NarrowTests.AssertFits(site.Page);
        site.Recorder.AssertClean();
        await Axe.AssertFindsNothingAsync(site.Page);
        await NarrowTests.AssertFits(site.Page);
    }

    [Fact]
    public async Task A_chapter_begins_at_the_right_and_leads_on_to_the_left()
    {
        await using var site = await arabic.OpenAsync("learn/convolution/index.html", 1440);
        Assert.True(await EndOf(site, ".chapter h1") > 0);
        var question = await site.Page.EvaluateAsync<string[]>(
            "(({ borderRightWidth, borderLeftWidth }) => [borderRightWidth, borderLeftWidth])(getComputedStyle(document.querySelector('.question')))");
        Assert.Equal(["3px", "0px"], question);
        await Assertions.Expect(site.Page.Locator(".chapters [rel=next]")).ToHaveTextAsync(new Regex("التجميع.* ←$"));
        Assert.True(await Left(site, ".chapters [rel=next]") < await Left(site, ".chapters [rel=up]"));
    }

    [Fact]
    public async Task Networks_equations_and_numbers_stay_as_they_are()
    {
        await using var site = await arabic.OpenAsync("index.html", 1440);
        Assert.True(await Left(site, ".network [data-layer=input]:not(h3) .tile") < await Left(site,
            ".network [data-layer=softmax] .tile"));
        await site.OpenAsync(arabic.Url(Unit));
        Assert.True(await Left(site, ".part[data-unit='0'] [data-term]:nth-of-type(1)") < await Left(site,
            ".part[data-unit='0'] [data-term]:nth-of-type(3)"));
        Assert.True(await Left(site, ".channels .map-view[data-role=input]") < await Left(site, ".result .map-view"));
        await site.OpenAsync(arabic.Url("network/index.html"));
        Assert.True(await IsInOrder(site, "th#conv_1_1 ~ td .shape", "10 × 62 × 62"));
    }

    [Fact]
    public async Task A_number_in_a_sentence_keeps_its_minus()
    {
        await using var site = await arabic.OpenAsync("koala/conv_1_1/index.html", 1440);
        Assert.True(await IsInOrder(site, ".map .range", "−[0-9.]+"));
    }

    private static async Task<float> Left(SitePage site, string selector) =>
        (await site.Page.Locator(selector).First.BoundingBoxAsync())!.X;

    /// <summary>How much nearer a text is to the right edge of its element than to the left.</summary>
    private static Task<double> EndOf(SitePage site, string selector) => site.Page.EvaluateAsync<double>(
        """
        selector => {
          const element = document.querySelector(selector), range = document.createRange();
          range.selectNodeContents(element);
          const text = range.getBoundingClientRect(), box = element.getBoundingClientRect();
          return (text.left - box.left) - (box.right - text.right);
        }
        """,
        selector);

    /// <summary>Whether what a pattern finds in a text is shown with its first character left of its last.</summary>
    private static Task<bool> IsInOrder(SitePage site, string selector, string pattern) => site.Page.EvaluateAsync<bool>(
        """
        ([selector, pattern]) => {
          const text = document.querySelector(selector).firstChild, range = document.createRange();
          const { index, 0: found } = text.data.match(pattern);
          const left = i => { range.setStart(text, i); range.setEnd(text, i + 1); return range.getBoundingClientRect().left; };
          return left(index) < left(index + found.length - 1);
        }
        """,
        new[] { selector, pattern });
}
