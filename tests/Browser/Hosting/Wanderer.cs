using AngleSharp.Html.Parser;
using Convscope.Tests.Shared;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A reader who moves about on the maps of a unit's page, by keyboard and pointer, and adds up every equation on the
/// way.</summary>
internal static class Wanderer
{
    private static readonly string[] Keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowRight"];

    /// <summary>Moves about, and back to the cell that the page began with. The script has to begin with the numbers that the page came
    /// with.</summary>
    /// <returns>The numbers of the equations, as the page came and at the end: where digits grow as the reader moves they may
    /// differ.</returns>
    public static async Task<(string Rendered, string Live)> WanderAsync(OperatorsSite site, string url, int width, int seed, int moves)
    {
        var still = await site.GoOnAsync(url, width, javaScript: false);
        await AssertAddsUp(still, "without a script");
        var rendered = await Texts(still);

        var page = await site.GoOnAsync(url, width);
        var errors = new List<string>();
        void Note(object? sender, string error) => errors.Add(error);
        page.PageError += Note;
        Assert.Equal(rendered, await Texts(page));
        await MoveAbout(page, new(seed), moves);
        if (width > 1000) await NumberGeometry.AssertWholeAsync(page);
        await Restart(page);
        page.PageError -= Note;
        Assert.Empty(errors);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            "the page is wider than the window");
        return (rendered, await Texts(page));
    }

    /// <summary>Adds up every equation that the page shows now.</summary>
    public static async Task AssertAddsUp(IPage page, string when) => AssertAddsUp(await Equations(page), when);

    private static void AssertAddsUp(string equations, string when)
    {
        var problems = EquationChecker.Check(new HtmlParser().ParseDocument(equations));
        Assert.True(problems.Count == 0, $"{when}: {string.Join("; ", problems)}");
    }

    private static Task<string> Equations(IPage page) => page.EvaluateAsync<string>(
        "[...document.querySelectorAll('[data-equation]')].map(equation => equation.outerHTML).join('')");

    /// <summary>Without what the script alone makes: the close-up.</summary>
    private static Task<string> Texts(IPage page) => page.EvaluateAsync<string>(
        "[...document.querySelectorAll('[data-equation]:not(.products) data')].map(data => `${data.classList[0]} ${data.textContent}`).join('\\n')");

    private static async Task MoveAbout(IPage page, Random random, int moves)
    {
        var maps = await page.Locator(".map-view:visible").AllAsync();
        var sizes = await page.EvaluateAsync<float[]>(
            "[...document.querySelectorAll('.map-view')].filter(map => map.offsetParent).flatMap(map => [map.clientWidth, map.clientHeight])");
        Assert.Equal(maps.Count * 2, sizes.Length);
        var seen = new HashSet<string>();
        for (var i = 0; i < moves; i++)
        {
            if (maps.Count > 0)
            {
                var map = random.Next(maps.Count);
                if (random.Next(2) == 0) await maps[map].PressAsync(Keys[random.Next(Keys.Length)]);
                else await maps[map].HoverAsync(new()
                {
                    Force = true,
                    Position = new()
                    {
                        X = random.NextSingle() * (sizes[2 * map] - 1),
                        Y = random.NextSingle() * (sizes[(2 * map) + 1] - 1)
                    }
                });
            }

            // A move within a cell, or on a page without maps, shows nothing new.
            var equations = await Equations(page);
            if (seen.Add(equations)) AssertAddsUp(equations, $"after move {i}");
            else if (maps.Count == 0) return;
        }
    }

    /// <summary>Back to where the page began, by its address.</summary>
    private static async Task Restart(IPage page) => await page.EvaluateAsync(
        """
        () => {
          const view = JSON.parse(document.querySelector("#view, #flatten-view").textContent);
          history.replaceState(null, "", view.cell ? `#y=${view.cell[0]}&x=${view.cell[1]}` : `#i=${view.index}`);
          dispatchEvent(new Event("hashchange"));
        }
        """);
}
