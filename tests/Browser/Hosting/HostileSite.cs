using System.Text.Json;
using Convscope.Cli;
using Convscope.Tests.Shared;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>The default network with a hostile name for everything that has one.</summary>
public sealed class HostileSite : IAsyncLifetime
{
    private const int Pictures = 4;
    private readonly string _folder = TempFolder.New();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Build();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Opens a page, as a file, in a context of its own.</summary>
    public async Task<IPage> OpenAsync(string route, int width)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(_folder, "output", route)).AbsoluteUri);
        await page.Locator("html[data-ready], html:not(:has(#view, #flatten-view))").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Build()
    {
        string[] names = [.. HostileTexts.Names.Select(name => JsonSerializer.Serialize(name))];
        var (word, words) = (names[0], names[5]);
        foreach (var folder in new[] { "models", "content/images", "content/en/notes" }) Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.Copy(Path.Combine(Repository.Root, "models", "tiny-vgg.onnx"), Path.Combine(_folder, "models", "net.onnx"));
        Write("models/net.yaml", $"name: {word}\ntitle: {word}\ndescription: {words}\nlicence: {word}\nlabels: [{string.Join(", ", names)}]\ninput: {{scale: 0.0039}}\nlayers:\n"
            + $"  conv_1_1: {{caption: {word}, module: {word}}}\n  relu_1_1: {{caption: {words}, module: {word}}}\n  conv_1_2: {{module: {names[2]}}}\n  max_pool_1: {{module: {words}}}\n");
        var list = "images:\n";
        foreach (var (picture, i) in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "images"), "*.png").Order(StringComparer.Ordinal).Take(Pictures).Select((picture, i) => (picture, i)))
        {
            File.Copy(picture, Path.Combine(_folder, "content", "images", $"{i}.png"));
            list += $"  - {{file: {i}.png, title: {names[i]}, alt: {words}, label: {names[i + 2]}, credit: {names[i]}, licence: {word}, source: {words}}}\n";
        }

        Write("content/images/images.yaml", list);
        Write("content/site.yaml", $"title: {word}\ndescription: {words}\nmodel: models/net.onnx\nhtml: false\n");
        Write("content/en/index.md", $"A site, {HostileTexts.Names[0]}.\n");
        Write("content/en/notes/index.md", $"---\ntitle: {words}\n---\n\nText.\n");
        Write("content/en/glossary.yaml", $"terms:\n  - {{term: kernel, definition: {words}}}\n  - {{term: {word}, definition: {word}}}\n");
        Write("content/en/one.md", $"---\ntitle: {word}\ndescription: {word}\n---\n\nA kernel, {HostileTexts.Names[0]}.\n\n## {HostileTexts.Names[0]}\n\n## Two\n\n"
            + "::: softmax\n:::\n\n::: confusion\n:::\n\n::: layer layer=softmax\n:::\n\n::: unit layer=output unit=0\n:::\n\n::: pictures layer=conv_1_1 unit=0\n:::\n");
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = App.Run(["build", "--root", _folder], output, error, isRedirected: true, CancellationToken.None);
        if (exit != ExitCode.Ok) throw new InvalidOperationException($"the site of hostile names doesn't build ({exit}):\n{error}{output}");
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_folder, path), text);
}
