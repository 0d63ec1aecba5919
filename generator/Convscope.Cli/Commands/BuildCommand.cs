using System.CommandLine;
using System.Diagnostics;
using Convscope.Cli.Reporting;
using Convscope.Site.Building;
using Convscope.Site.Loading;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope build</c>: sources in, a site out.</summary>
public static class BuildCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error, bool isRedirected, CancellationToken cancel)
    {
        var command = new Command("build", "Builds the site");
        var site = new SiteOptions(command);
        var zip = new Option<string?>("--zip") { Description = "A ZIP of the whole site to write too, to hand out", HelpName = "file" };
        var noCache = new Option<bool>("--no-cache") { Description = "Build even when nothing has changed" };
        var logFormat = Arguments.Word("--log-format", "How to print", "text", "json", "github");
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        foreach (var option in new Option[] { zip, noCache, logFormat, debug }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var reporter = Reporter.Create(parsed.GetValue(logFormat) ?? "text", output, error, isRedirected);
            return Run(site.Read(parsed) with { NoCache = parsed.GetValue(noCache), Zip = parsed.GetValue(zip) }, reporter,
                parsed.GetValue(debug), cancel);
        });
        return command;
    }

    private static int Run(BuildOptions options, Reporter reporter, bool debug, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var observer = BuildObserver.None;
        return Guard.Run(
            () =>
            {
                var watches = new Stopwatches(() => clock.Elapsed.TotalSeconds);
                var summary = reporter.Progress(progress =>
                    SiteBuilder.Build(options, watches, observer = new(progress, reporter.Note), cancel));
                foreach (var warning in summary.Warnings) reporter.Diagnostic(warning);
                reporter.Summary(summary, clock.Elapsed.TotalSeconds);
                return ExitCode.Ok;
            },
            reporter.Diagnostic, debug, () => observer.Aftermath);
    }
}
