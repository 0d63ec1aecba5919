using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Exercises: by keyboard, with the slip named, another one at an address that can be shared.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class PracticeTests(BrowserFixture fixture)
{
    private const string Route = "practice/index.html";

    [Fact]
    public async Task An_answer_is_judged_by_keyboard_and_another_exercise_has_an_address()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        var page = site.Page;
        var (section, said) = (page.Locator("#conv"), page.Locator("#conv .said"));
        var input = section.Locator("input");
        await input.FocusAsync();
        await Type("x", "Type a number");
        var bias = await section.Locator(".given").Last.Locator("data").GetAttributeAsync("value");
        var answer = double.Parse((await section.Locator(".solution data").GetAttributeAsync("value"))!, Invariant);
        await Type((answer - double.Parse(bias!, Invariant)).ToString("F2", Invariant), "left out the bias");
        await Type(answer.ToString("F2", Invariant).Replace('.', ','), "Right.");

        await section.Locator(".another").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"#conv=\d+$"));
        await Assertions.Expect(input).ToBeFocusedAsync();
        await Assertions.Expect(said).ToBeEmptyAsync();
        var (address, given) = (page.Url, await section.Locator(".task").InnerTextAsync());
        await using var other = await fixture.NewPage();
        await other.OpenAsync(address);
        await Assertions.Expect(other.Page.Locator("#conv .from")).ToContainTextAsync(await section.Locator(".from").InnerTextAsync());
        Assert.Equal(given, await other.Page.Locator("#conv .task").InnerTextAsync());
        site.Recorder.AssertClean();

        async Task Type(string text, string told)
        {
            await input.FillAsync(text);
            await input.PressAsync("Enter");
            await Assertions.Expect(said).ToContainTextAsync(told);
        }
    }

    [Fact]
    public async Task The_script_draws_every_exercise_as_the_page_does()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        var page = site.Page;
        await page.Locator("html[data-practice=ready]").WaitForAsync();
        foreach (var section in await page.Locator(".exercise").AllAsync())
        {
            var before = Shape(await section.InnerHTMLAsync());
            await section.Locator(".another").ClickAsync();
            await page.EvaluateAsync("kind => { location.hash = `${kind}=1`; }", await section.GetAttributeAsync("data-kind"));
            await Assertions.Expect(section.Locator(".from")).ToContainTextAsync("No. 1 of");
            Assert.Equal(before, Shape(await section.InnerHTMLAsync()));
        }

        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task Pages_of_practice_fit_any_width()
    {
        await using var site = await fixture.NewPage();
        foreach (var route in new[] { Route, "practice/worksheet/3/index.html", "zh/practice/worksheet/12/index.html" })
        {
            await site.OpenAsync(fixture.Url(route));
            foreach (var width in new[] { 360, 768, 1440 })
            {
                await site.Page.SetViewportSizeAsync(width, 900);
                Assert.True(await site.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{route} at {width}");
            }
        }
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    /// <summary>Markup without spaces between elements, and without the digits of tints.</summary>
    private static string Shape(string html) => Spaces().Replace(Tints().Replace(html, ""), "");

    [GeneratedRegex(@"\s+|\s*open=""""")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*style=""--t:[^""]*""|(?<=<data class=""[xy]"" )value=""[^""]*""")]
    private static partial Regex Tints();
}
