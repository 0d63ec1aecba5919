using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>What tests of the reader's own picture share.</summary>
internal static class TryPages
{
    /// <summary>Opens a page of a live picture, and waits for its state.</summary>
    public static async Task<SitePage> OpenTryAsync(
        this BrowserFixture browser, string url, int width = 1440, bool touch = false, string state = "ready")
    {
        var page = await browser.NewPage(width, touch: touch);
        await page.OpenAsync(url);
        await UntilAsync(page.Page, state);
        return page;
    }

    /// <summary>Waits for a state of the page.</summary>
    public static Task UntilAsync(IPage page, string state) =>
        page.Locator($"html[data-live={state}]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until the answers are others.</summary>
    public static async Task UntilOtherAsync(IPage page, double[] before)
    {
        await page.WaitForFunctionAsync(
            """
            before => document.documentElement.dataset.live === "ready"
              && [...document.querySelectorAll(".answers data.y")].some((data, i) => Number(data.value) !== before[i])
            """,
            before);
    }

    /// <summary>The answers once the page is ready.</summary>
    public static async Task<double[]> SettledAsync(IPage page)
    {
        await UntilAsync(page, "ready");
        return await AnswersAsync(page);
    }

    /// <summary>The answers that stand there.</summary>
    public static Task<double[]> AnswersAsync(IPage page) => NumbersAsync(page, ".answers data.y");

    /// <summary>The exact values of what a selector finds.</summary>
    public static Task<double[]> NumbersAsync(IPage page, string selector) =>
        page.EvaluateAsync<double[]>("selector => [...document.querySelectorAll(selector)].map(data => Number(data.value))", selector);

    /// <summary>The page's address once it is another one: it follows when the hand rests.</summary>
    public static async Task<string> OtherAddressAsync(IPage page, string before)
    {
        await page.WaitForFunctionAsync("before => location.href !== before", before);
        return page.Url;
    }

    /// <summary>The file of one of the site's pictures.</summary>
    public static string Picture(string id) => Path.Combine(Repository.Root, "content", "images", id + ".png");
}
