using System.IO.Compression;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The site is small: what a browser really loads, as a server would compress it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BudgetTests(BrowserFixture fixture)
{
    private const int KiloByte = 1000;

    [Fact]
    public async Task A_first_view_of_the_overview_loads_at_most_200_kB() =>
        AssertAtMost(200 * KiloByte, await Loaded("overview", everything: true), _ => true);

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task A_page_loads_at_most_its_budget_of_script_and_15_kB_of_style(string kind)
    {
        var files = await Loaded(kind, everything: false);
        // Scripts under data/ are the numbers of maps and have a budget of their own, and so has the engine with its worker.
        AssertAtMost(ScriptBudget(kind) * KiloByte, files, file => file.Type == "script"
            && !file.Url.Contains("/data/", StringComparison.Ordinal) && !file.Url.EndsWith("/engine.js", StringComparison.Ordinal)
            && !file.Url.StartsWith("blob:", StringComparison.Ordinal));
        AssertAtMost(25 * KiloByte, files, file => file.Url.EndsWith("/engine.js", StringComparison.Ordinal));
        AssertAtMost(120 * KiloByte, files, file => file.Type == "script" && file.Url.Contains("/data/", StringComparison.Ordinal));
        AssertAtMost(15 * KiloByte, files, file => file.Type == "stylesheet");
    }

    private static int ScriptBudget(string kind) => kind == "overview" ? 18 : kind.StartsWith("unit ", StringComparison.Ordinal) ? 20 : 30;

    [Fact]
    public void Every_page_of_a_unit_is_at_most_12_kB_of_HTML()
    {
        foreach (var route in fixture.Site.Pages.Where(route =>
            PageKinds.Of(fixture.Site, route).StartsWith("unit ", StringComparison.Ordinal)))
        {
            var bytes = Zipped(File.ReadAllBytes(Path.Combine(fixture.Site.Folder, route)));
            Assert.True(bytes <= 12 * KiloByte, $"{route}: {bytes} bytes");
        }
    }

    private async Task<List<LoadedFile>> Loaded(string kind, bool everything)
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(PageKinds.Route(fixture.Site, kind)), WaitUntilState.NetworkIdle);
        if (everything) await site.LoadAllPicturesAsync();
        var files = new List<LoadedFile>();
        // A figure that comes alive is a page of its own in a frame.
        foreach (var response in site.Recorder.Responses.Where(response => response.Frame.ParentFrame is null))
            files.Add(await Measure(response));
        return files;
    }

    private static async Task<LoadedFile> Measure(IResponse response)
    {
        var body = await response.BodyAsync();
        return new(response.Url, response.Request.ResourceType, Math.Min(body.Length, Zipped(body)));
    }

    private static int Zipped(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return (int)zipped.Length;
    }

    private static void AssertAtMost(int budget, IEnumerable<LoadedFile> files, Func<LoadedFile, bool> counts)
    {
        var counted = files.Where(counts).OrderByDescending(file => file.Bytes).ToList();
        var sum = counted.Sum(file => file.Bytes);
        Assert.True(sum <= budget, $"{sum} bytes of {budget}, the largest:\n"
            + string.Join("\n", counted.Take(10).Select(file => $"{file.Bytes} {file.Url}")));
    }

    private sealed record LoadedFile(string Url, string Type, int Bytes);
}
