using AngleSharp.Html.Parser;
using Convscope.Tests.Shared;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A reader who moves about on the maps of a unit's page, by keyboard and pointer, and adds up every equation on the way.</summary>
internal static class Wanderer
{
    private static readonly string[] Keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowRight"];

    /// <summary>Moves about, and back to the cell that the page began with.</summary>
    /// <returns>The numbers of the equations, at the start without a script and at the end.</returns>
    public static async Task<(string Rendered, string Live)> WanderAsync(OperatorsSite site, string url, int width, int seed, int moves)
    {
        var still = await site.OpenAsync(url, width, javaScript: false);
        await AssertAddsUp(still, "without a script");
        var rendered = await Texts(still);
        await still.Context.CloseAsync();

        var page = await site.OpenAsync(url, width);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        var random = new Random(seed);
        var maps = await page.Locator(".map-view:visible").AllAsync();
        for (var i = 0; i < (maps.Count == 0 ? 1 : moves); i++)
        {
            if (maps.Count > 0) await Move(page, maps[random.Next(maps.Count)], random);
            await AssertAddsUp(page, $"after move {i}");
        }

        if (await page.EvaluateAsync<string?>("JSON.parse(document.getElementById('view')?.textContent ?? '{}').cell?.join()") is { } start)
        {
            await page.EvaluateAsync("start => { const [y, x] = start.split(','); history.replaceState(null, '', `#y=${y}&x=${x}`); dispatchEvent(new Event('hashchange')); }", start);
            await page.WaitForFunctionAsync("start => document.body.dataset.cell === start", start);
        }

        var live = await Texts(page);
        Assert.Empty(errors);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");
        await page.Context.CloseAsync();
        return (rendered, live);
    }

    /// <summary>Adds up every equation that the page shows now.</summary>
    public static async Task AssertAddsUp(IPage page, string when)
    {
        var html = await page.EvaluateAsync<string>("[...document.querySelectorAll('[data-equation]')].map(equation => equation.outerHTML).join('')");
        var problems = EquationChecker.Check(new HtmlParser().ParseDocument(html));
        Assert.True(problems.Count == 0, $"{when}: {string.Join("; ", problems)}");
    }

    private static Task<string> Texts(IPage page) => page.EvaluateAsync<string>(
        "[...document.querySelectorAll('[data-equation] data')].map(data => `${data.className} ${data.textContent}`).join('\\n')");

    private static async Task Move(IPage page, ILocator map, Random random)
    {
        if (random.Next(2) == 0)
        {
            await map.FocusAsync();
            await page.Keyboard.PressAsync(Keys[random.Next(Keys.Length)]);
            return;
        }

        await map.ScrollIntoViewIfNeededAsync();
        if (await map.BoundingBoxAsync() is { } box)
            await page.Mouse.MoveAsync(box.X + 2 + (random.NextSingle() * (box.Width - 4)), box.Y + 2 + (random.NextSingle() * (box.Height - 4)));
    }
}
