using System.Diagnostics;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>A named pipe among the sources is told at once, and nobody waits for what will never be written into it.</summary>
public sealed class PipeTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    [Theory]
    [InlineData("content/site.yaml")]
    [InlineData("content/en/pipe.md")]
    [InlineData("content/en/words.yaml")]
    [InlineData("content/images/pipe.png")]
    [InlineData("content/images/images.yaml")]
    [InlineData("content/static/pipe.txt")]
    [InlineData("models/net.onnx")]
    [InlineData("models/net.yaml")]
    [InlineData("templates/css/own.css")]
    public async Task ItComesWhileTheSiteIsServed(string path)
    {
        var (served, site) = (fixture.Served, fixture.Site);
        var full = site.PathOf(path);
        var right = File.Exists(full) ? File.ReadAllBytes(full) : null;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.Delete(full);
        if (MakePipe(full))
        {
            await served.Until(() => served.Problems().Result.Any(problem =>
                problem.Contains($"{path}: error CS1005: this is a named pipe, not a file", StringComparison.Ordinal)));
            Assert.Equal(200, await served.StatusOf("/index.html"));
        }

        File.Delete(full);
        if (right is not null) site.Write(path, right);
        await served.Until(() => served.Problems().Result.Length == 0);
    }

    [Fact]
    public async Task ItIsThereFromTheStart()
    {
        var site = new TempSite();
        if (!MakePipe(site.PathOf("content/en/pipe.md"))) return;
        await using var served = await ServedSite.StartAsync(site);
        Assert.Contains("this is a named pipe", Assert.Single(await served.Problems()), StringComparison.Ordinal);
        File.Delete(site.PathOf("content/en/pipe.md"));
        await served.UntilPage("index.html", "Hello, reader.");
    }

    private static bool MakePipe(string path)
    {
        if (OperatingSystem.IsWindows()) return false;
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
