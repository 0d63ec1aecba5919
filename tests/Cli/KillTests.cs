using System.Diagnostics;
using System.Globalization;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>
/// Builds into outputs of every kind are killed; the next command that looks finds one of the two sites whole and every foreign file in
/// its place. A few kills in CI; by hand as many as <c>CONVSCOPE_KILLS</c> says, of each kind.
/// </summary>
public sealed class KillTests
{
    private static readonly Lazy<SortedDictionary<string, string>[]> Sites = new(() => [.. new[] { 0, 1 }.Select(Whole)]);
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CONVSCOPE_KILLS") ?? "1",
        CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("plain")]
    [InlineData("link")]
    [InlineData("device")]
    [InlineData("mount")]
    public async Task OneOfTwoSitesIsWholeAndNothingForeignIsLost(string kind)
    {
        using var site = kind == "mount" ? new MountedSite() : new TempSite();
        var elsewhere = Directory.CreateTempSubdirectory("convscope-test-").FullName;
        try
        {
            if (kind == "link") Directory.CreateSymbolicLink(site.Output, "deep/target");
            if (kind == "device") Directory.CreateSymbolicLink(site.Output, Path.Combine(elsewhere, "site"));
            var sites = Sites.Value;
            Write(site, 1);
            site.Built();
            var foreign = Foreign(site);
            var random = new Random(kind.Length);
            for (var turn = 0; turn < Kills; turn++)
            {
                Write(site, turn % 2);
                await Kill(site, random, waits: turn % 3 != 2);
                if (turn % 5 == 4) site.Write("models/net.yaml", "labels: [\n");
                Shell.Run(turn % 5 == 4 ? "build" : "check", "--root", site.Folder);
                site.Write("models/net.yaml", "labels: [cat, dog, bird]\n");
                Holds(site, foreign, sites, $"{kind}, turn {turn}");
            }

            site.Built();
            Holds(site, foreign, [sites[(Kills - 1) % 2]], $"{kind}, at the end");
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    private static void Write(TempSite site, int text)
    {
        site.Write("content/en/index.md", $"# Text {text}\n");
        if (text == 0) File.Delete(site.PathOf("content/en/more.md"));
        else site.Write("content/en/more.md", "# More\n\nOf it.\n");
    }

    private static SortedDictionary<string, string> Whole(int text)
    {
        using var site = new TempSite();
        Write(site, text);
        site.Built();
        return Tree.Of(site.Output);
    }

    /// <summary>Enough that moving them takes a while.</summary>
    private static Dictionary<string, string> Foreign(TempSite site)
    {
        string[] routes = ["CNAME", ".git/HEAD", ".git/objects/pack/a.pack", "maps/mine.txt", "red/mine.txt", .. Enumerable.Range(0, 200)
            .Select(i => $"note-{i}.txt")];
        foreach (var route in routes) site.Write("output/" + route, "mine: " + route);
        return Tree.Of(site.Output).Where(file => routes.Contains(file.Key)).ToDictionary();
    }

    /// <summary>Kills a build at any time, or, what hits more, just as its site trades places.</summary>
    private static async Task Kill(TempSite site, Random random, bool waits)
    {
        var output = Directory.ResolveLinkTarget(site.Output, returnFinalTarget: true)?.FullName ?? site.Output;
        string[] homes = [Path.GetDirectoryName(output)!, output];
        using var process = Shell.Start(AppContext.BaseDirectory,
            ["build", "--root", site.Folder, .. random.Next(2) == 0 ? ["--no-cache"] : Array.Empty<string>()]);
        if (waits)
        {
            while (!process.HasExited && !homes.Any(home =>
                Hidden.In(home)
                .Any(path => !path.Contains("-new-", StringComparison.Ordinal)))) Thread.SpinWait(100);
            for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalMilliseconds < random.Next(30) / 10.0;) Thread.SpinWait(10);
        }
        else
        {
            await Task.Delay(random.Next(100, 1200));
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static void Holds(TempSite site, Dictionary<string, string> foreign, SortedDictionary<string, string>[] sites, string when)
    {
        var tree = Tree.Of(site.Output);
        Assert.All(foreign, one => Assert.True(tree.Remove(one.Key, out var hash)
            && hash == one.Value, $"{one.Key} isn't as it was: {when}"));
        tree.Remove(".convscope-note");
        Assert.True(sites.Any(tree.SequenceEqual), $"half a site, {tree.Count} files: {when}");
        var output = Directory.ResolveLinkTarget(site.Output, returnFinalTarget: true)?.FullName ?? site.Output;
        Assert.Empty(new[] { Path.GetDirectoryName(output)!, output }.SelectMany(home =>
            Hidden.In(home)));
    }
}
