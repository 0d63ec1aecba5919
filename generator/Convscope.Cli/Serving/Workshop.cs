using System.Diagnostics;
using Convscope.Cli.Reporting;
using Convscope.Core.Diagnostics;
using Convscope.Site.Building;
using Convscope.Site.Loading;

namespace Convscope.Cli.Serving;

/// <summary>Watches the sources and builds the site whenever they change, until it is told to stop. No mistake in them ends it.</summary>
/// <param name="options">What to build.</param>
/// <param name="server">Told what each build came to.</param>
/// <param name="output">Gets a line a build.</param>
/// <param name="error">Gets the problems.</param>
public sealed class Workshop(BuildOptions options, LiveServer server, TextWriter output, TextWriter error)
{
    /// <summary>How often to look; and how long all must have been still before a build, so that a save in two steps is one
    /// change.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        WatchList? list = null;
        Snapshot? built = null;
        while (!cancel.IsCancellationRequested)
        {
            list = WatchList.Of(options, list);
            var stands = list.HasSite;
            var now = await Settled(list, built, stands, cancel);
            if (built is not null && now.FirstChange(built) is { } change)
                output.WriteLine($"{Path.GetRelativePath(Path.GetFullPath(options.Root), change)} has changed");
            else if (stands && !list.HasSite) output.WriteLine("the output is gone");
            if (list.BasePath != server.BasePath)
                error.WriteLine($"the base URL has changed: start serve again to mount the site at {list.BasePath}");
            built = now;
            await Task.Run(() => Build(list, built, cancel), CancellationToken.None);
        }

        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a change, or for the site to be taken away, and then until all is still.</summary>
    private static async Task<Snapshot> Settled(WatchList list, Snapshot? built, bool stands, CancellationToken cancel)
    {
        var last = list.Look();
        while (true)
        {
            if (built is null) return last;
            await Task.Delay(Pause, cancel);
            var now = list.Look();
            if (now.Equals(last) && (!now.Equals(built) || (stands && !list.HasSite))) return now;
            last = now;
        }
    }

    private void Build(WatchList list, Snapshot built, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var summary = SiteBuilder.Build(options, new(() => clock.Elapsed.TotalSeconds), new(_ => { }, output.WriteLine), cancel);
            foreach (var warning in summary.Warnings) error.WriteLine(warning);
            output.WriteLine(FormattableString.Invariant(
                $"{summary.Pages:N0} pages {(summary.IsUnchanged ? "are as they were" : "built")} ({clock.Elapsed.TotalSeconds:F2} s)"));
            server.Show(WatchList.Of(options, list).Output);
            server.Update(server.State.Built(summary.IsUnchanged));
        }
        catch (OperationCanceledException)
        {
            // The loop's own condition ends it.
        }
        catch (Exception e)
        {
            // What changed meanwhile may have been half written, or moved; the next build will tell.
            if (list.Look().Equals(built)) Tell(e is DiagnosticException told ? told.Diagnostics : [Guard.Told(e)]);
        }
    }

    private void Tell(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) error.WriteLine(diagnostic);
        server.Update(server.State.Failed(diagnostics));
    }
}
