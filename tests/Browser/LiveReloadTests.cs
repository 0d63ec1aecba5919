using System.Text.RegularExpressions;
using Convscope.Cli;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A page that <c>serve</c> shows follows its sources: it reloads when they change and says what is wrong with them.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class LiveReloadTests(BrowserFixture fixture) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("convscope-live-").FullName;
    private readonly CancellationTokenSource _interrupt = new();

    [Fact]
    public async Task The_page_reloads_and_shows_what_is_wrong()
    {
        File.Copy(Path.Combine(Repository.Root, "content", "images", "koala.png"), Path.Combine(_folder, "koala.png"));
        var text = Path.Combine(_folder, "content", "en", "index.md");
        var config = Path.Combine(_folder, "content", "site.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(text)!);
        var right = $"model: {Path.Combine(Repository.Root, "tests", "fixtures", "models", "small.onnx")}\nimages: {_folder}\n";
        await File.WriteAllTextAsync(config, right);
        await File.WriteAllTextAsync(text, "# First words\n");
        using var output = new StringWriter();
        using var error = new StringWriter();
        var run = Task.Run(() => App.Run(["serve", "--root", _folder], output, error, isRedirected: true, _interrupt.Token));
        await Until(() => output.ToString().Contains(" built ", StringComparison.Ordinal) || run.IsCompleted);
        Assert.False(run.IsCompleted, $"{output}{error}");

        await using var page = await fixture.NewPage();
        await page.Page.GotoAsync(Address().Match(output.ToString()).Groups[1].Value);
        await Says(page.Page, "h1", "First words");

        await File.WriteAllTextAsync(text, "# Second words\n");
        await Says(page.Page, "h1", "Second words");

        await File.WriteAllTextAsync(config, right + "titel: \"<b>x</b>\"\n");
        await Says(page.Page, "[role=alert]", "unknown key 'titel'");
        Assert.Contains("Second words", await page.Page.Locator("h1").First.InnerTextAsync(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(config, right);
        await page.Page.Locator("[role=alert]").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await _interrupt.CancelAsync();
        Assert.Equal(ExitCode.Cancelled, await run);
    }

    public void Dispose()
    {
        _interrupt.Cancel();
        _interrupt.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task Says(IPage page, string selector, string text) => page.Locator(selector, new() { HasTextString = text }).First.WaitForAsync();

    private static async Task Until(Func<bool> holds)
    {
        for (var turn = 0; turn < 600 && !holds(); turn++) await Task.Delay(50);
    }

    [GeneratedRegex(@"Serving on (\S+)")]
    private static partial Regex Address();
}
