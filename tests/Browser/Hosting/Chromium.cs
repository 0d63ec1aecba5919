using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>The machine's own Chromium; the tests never download a browser.</summary>
public static class Chromium
{
    /// <summary>The one without windows comes first: it draws no frames that nobody sees, and the tests take half the time.</summary>
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>How many milliseconds a test waits for a thing to come true: no measure of speed, but what a busy machine may
    /// need.</summary>
    public const int Patience = 30_000;

    /// <summary>Starts it without a window.</summary>
    /// <remarks>
    /// Tests wait for an address by <c>Expect(page).ToHaveURLAsync</c>, which the driver polls. <c>WaitForURLAsync</c> and
    /// <c>WaitForLoadStateAsync</c> look first and listen then, and what happens between the two is never heard
    /// (microsoft/playwright-dotnet#3364).
    /// </remarks>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        return playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
            ],
        });
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "The browser tests drive Chromium, and there is none on PATH: install it ('apt-get install chromium-headless-shell' on Debian) or leave these tests out with --filter FullyQualifiedName!~Browser.");
    }
}
