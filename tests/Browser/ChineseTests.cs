using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The site in Chinese, alive: what the script says is Chinese too, and the other language is the same place.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChineseTests(BrowserFixture fixture)
{
    private const string Unit = "ladybug/conv_1_2/3/index.html";

    [Fact]
    public async Task The_other_language_keeps_the_page_and_the_pixel()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Unit) + "#y=12&x=7");
        await site.Page.Locator(".languages a[lang=zh-Hans]").ClickAsync();
        await Assertions.Expect(site.Page.Locator("html[lang=zh-Hans] body[data-cell='12,7']")).ToHaveCountAsync(1);
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url("zh/" + Unit) + "#y=12&x=7");
        await Assertions.Expect(site.Page.Locator("[data-do=play]")).ToHaveTextAsync("▶ 播放");
        await Assertions.Expect(site.Page.Locator(".partial-range")).ToContainTextAsync("中间图");
        await site.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await Axe.AssertFindsNothingAsync(site.Page);
        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_tip_and_the_playground_speak_Chinese()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("zh/ladybug/index.html"));
        await site.Page.Locator("[data-unit='conv_1_2/3']").FocusAsync();
        await Assertions.Expect(site.Page.Locator(".unit-tip")).ToContainTextAsync("读取");
        await site.OpenAsync(fixture.Url("zh/learn/hyperparameters/index.html"));
        await Assertions.Expect(site.Page.Locator(".hp")).ToContainTextAsync("播放");
        site.Recorder.AssertClean();
    }

    /// <summary>A line that ends before a long code would have its few words spread over the whole width.</summary>
    [Fact]
    public async Task Paragraphs_are_justified_but_not_code_and_those_with_code()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("zh/docs/publish/index.html"));
        Assert.Equal(["start"], await AlignmentsOf(".chapter-text :is(pre, p:has(code), li:has(code), li:has([lang]))"));
        Assert.Equal(["justify"], await AlignmentsOf(".chapter-text > p:not(:has(code, [lang]))"));

        // Nor where a line has no room for a word of another script beside others.
        await site.Page.SetViewportSizeAsync(360, 900);
        Assert.Equal(["start"], await AlignmentsOf(".chapter-text p"));

        Task<string[]> AlignmentsOf(string selector) =>
            site.Page.EvaluateAsync<string[]>(
                "selector => [...new Set([...document.querySelectorAll(selector)].map(e => getComputedStyle(e).textAlign))]", selector);
    }
}
