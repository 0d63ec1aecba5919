using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>Edits faster than any build: what is served in the end is what a build of the last state makes.</summary>
public sealed partial class RapidEditTests
{
    private const string Text = "content/en/one.md";

    [Fact]
    public async Task FiveHundredEditsEndWithTheLast()
    {
        var site = new TempSite();
        site.Write(Text, Chapter(0));
        await using var served = await ServedSite.StartAsync(site);
        for (var edit = 1; edit <= 500; edit++)
        {
            if (edit % 7 == 0) await WriteInPieces(site.PathOf(Text), Chapter(edit));
            else site.Write(Text, Chapter(edit));

            // Long enough for a build to begin, so that the next edits come in its midst.
            if (edit % 50 == 0) await Task.Delay(230 + (edit / 5));
        }

        await served.UntilPage("learn/one/index.html", "Edit number 500.");
        await served.Until(() => served.Problems().Result.Length == 0);
        Assert.InRange(served.Builds, 2, 50);

        site.Built("--no-cache", "--output", site.PathOf("clean"));
        var clean = Tree.Of(site.PathOf("clean"));
        Assert.Equal(clean, Tree.Of(site.Output));
        foreach (var route in clean.Keys.Where(route => !route.StartsWith('.')))
        {
            var bytes = await served.Client.GetByteArrayAsync(new Uri(served.Address, route));
            if (route.EndsWith(".html", StringComparison.Ordinal))
                bytes = System.Text.Encoding.UTF8.GetBytes(Script().Replace(System.Text.Encoding.UTF8.GetString(bytes), "", 1));
            Assert.True(File.ReadAllBytes(site.PathOf($"clean/{route}")).AsSpan().SequenceEqual(bytes), route);
        }
    }

    /// <summary>Some of them a mistake.</summary>
    private static string Chapter(int edit) =>
        $"---\ntitle: One\n---\n\nEdit number {edit}.\n\n::: {(edit % 100 == 50 ? "unti" : "unit")} layer=conv unit=1\nA caption.\n:::\n";

    /// <summary>As an editor that empties the file first.</summary>
    private static async Task WriteInPieces(string path, string text)
    {
        await using var file = new StreamWriter(path);
        await file.FlushAsync();
        foreach (var piece in text.Chunk(40))
        {
            await file.WriteAsync(piece);
            await file.FlushAsync();
            await Task.Yield();
        }
    }

    [GeneratedRegex("<script src=\"/__convscope/live\\.js[^\n]*\n")]
    private static partial Regex Script();
}
