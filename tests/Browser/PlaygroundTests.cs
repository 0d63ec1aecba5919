using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The hyperparameter playground: numbers that add up, words for what can't be, and addresses that bring it all back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PlaygroundTests(BrowserFixture fixture)
{
    private const string Route = "learn/hyperparameters/index.html";

    [Fact]
    public async Task The_script_shows_what_the_static_page_showed()
    {
        await using var plain = await fixture.NewPage(javaScript: false);
        await plain.OpenAsync(fixture.Url(Route));
        await using var live = await Open();
        foreach (var grid in new[] { ".hp-input td", ".hp-output td", ".hp-numbers [data-equation]", ".hp-words" })
            Assert.Equal(await plain.Page.Locator(grid).AllTextContentsAsync(), await live.Page.Locator(grid).AllTextContentsAsync());
        await Assertions.Expect(plain.Page.Locator(".hp-try").First).ToBeHiddenAsync();
        live.Recorder.AssertClean();
    }

    [Fact]
    public async Task Every_worked_case_says_the_same_in_the_playground()
    {
        await using var site = await Open();
        for (var i = 0; i < await site.Page.Locator(".hp-cases tbody tr").CountAsync(); i++)
        {
            var row = site.Page.Locator(".hp-cases tbody tr").Nth(i);
            await row.Locator(".hp-try").ClickAsync();
            await Assertions.Expect(site.Page.Locator(".hp-words")).ToHaveTextAsync(await row.Locator(".hp-case-words").InnerTextAsync());
            var equation = await row.Locator("[data-equation]").TextContentAsync();
            var shown = site.Page.Locator(".hp-numbers [data-equation]");
            // Two cases may have the same words, so that these don't say whether the page has followed.
            await Assertions.Expect(shown).ToHaveTextAsync(equation!);
            Assert.Equal(equation, await shown.TextContentAsync());
        }

        site.Recorder.AssertClean();
    }

    [Theory]
    [InlineData("n=9&k=4&p=2&s=2&d=2&w=sharpen")]
    [InlineData("n=5&k=2&p=0&s=1&d=1&w=3,-2,0,7")]
    public async Task Every_sum_adds_up(string fragment)
    {
        await using var site = await Open(fragment);
        var wrong = await site.Page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll(".hp-output td")].filter(cell => {
              cell.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
              const sum = [...document.querySelectorAll(".hp-sum [data-term]")]
                .reduce((total, term) => total + term.querySelector(".x").value * term.querySelector(".w").value, 0);
              return sum !== Number(document.querySelector(".hp-sum .y").value) || sum !== Number(cell.querySelector("data").value);
            }).length
            """);
        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Warm_is_above_zero_as_in_all_maps()
    {
        await using var site = await Open("n=7&k=3&p=1&s=1&d=1");
        var coloured = await site.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".hp-output td")].filter(cell => Math.abs(cell.querySelector("data").value) > 3).map(cell => {
              const [red, , blue] = getComputedStyle(cell).backgroundColor.match(/[0-9.]+/g).map(Number);
              return (cell.querySelector("data").value > 0) + " " + (red > blue);
            })
            """);
        Assert.Equal(["false false", "true true"], coloured.Distinct().Order());
    }

    [Fact]
    public async Task An_input_cell_shows_who_reads_it()
    {
        await using var site = await Open("n=7&k=3&p=1&s=2&d=1");
        await site.Page.Locator(".hp-input td[data-row='1'][data-column='1']").HoverAsync();
        await Assertions.Expect(site.Page.Locator(".hp-sum")).ToContainTextAsync("This cell is read by 4 output cells.");
        await Assertions.Expect(site.Page.Locator(".hp-output .is-read")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Settings_are_an_address_and_back_brings_them_back()
    {
        await using var site = await Open();
        await site.Page.GetByLabel("Input size, slider").FocusAsync();
        await site.Page.Keyboard.PressAsync("ArrowRight");
        await site.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url(Route) + "#n=9&k=3&p=1&s=2&d=1");
        await Assertions.Expect(site.Page.Locator("#hp0-n")).ToHaveValueAsync("9");
        await Assertions.Expect(site.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Output 5 by 5.");
        await site.Page.GoBackAsync();
        await Assertions.Expect(site.Page.Locator("#hp0-n")).ToHaveValueAsync("7");
    }

    [Fact]
    public async Task Arrow_keys_move_over_the_output()
    {
        await using var site = await Open();
        await site.Page.Locator(".hp-output td[tabindex='0']").FocusAsync();
        await site.Page.Keyboard.PressAsync("ArrowDown");
        await site.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(site.Page.Locator(".hp-sum h2")).ToHaveTextAsync("Output row 1, column 3");
        await Assertions.Expect(site.Page.Locator(".hp-output td[tabindex='0']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_number_out_of_range_is_refused_in_words()
    {
        await using var site = await Open();
        await site.Page.Locator("#hp0-s").FillAsync("0");
        await site.Page.Locator("#hp0-s").BlurAsync();
        await Assertions.Expect(site.Page.Locator(".hp-words"))
            .ToHaveTextAsync("Stride can be a whole number from 1 to 4, not 0. It stays at 2.");
    }

    /// <summary>Opens the playground at rest: with less movement it doesn't play by itself.</summary>
    private async Task<SitePage> Open(string fragment = "")
    {
        var site = await fixture.NewPage();
        await site.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await site.OpenAsync(fixture.Url(Route) + (fragment.Length > 0 ? "#" + fragment : ""));
        return site;
    }
}
