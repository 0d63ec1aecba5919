using System.Diagnostics;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>A build leaves nothing outside its output: no library of ours notes or reports that it was used.</summary>
public sealed class OfflineTests
{
    [Fact]
    public async Task NothingIsLeftInTheUsersHome()
    {
        using var site = new TempSite();
        using var home = new TempFolder();
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "convscope.dll"), "build", "--root", site.Folder])
        {
            RedirectStandardOutput =
            true, RedirectStandardError = true
        };
        foreach (var name in new[] { "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" }) start.Environment[name] = home.Folder;

        // Where a build server is recognised, the runtime is silent by itself.
        foreach (var name in new[] { "CI", "TF_BUILD", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY" }) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        Assert.Contains("index.html", await process.StandardOutput.ReadToEndAsync() + await said, StringComparison.Ordinal);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories));
    }
}
