using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Convscope.Cli.Reporting;
using Convscope.Core.Diagnostics;
using Convscope.Site.Building;
using Convscope.Site.Loading;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope build</c>: sources in, a site out.</summary>
public static class BuildCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error, bool isRedirected, CancellationToken cancel)
    {
        var root = new Option<string>("--root") { Description = "The site's folder; paths in site.yaml are relative to it", DefaultValueFactory = _ => "." };
        var config = new Option<string?>("--config") { Description = "The configuration, relative to the root [content/site.yaml]" };
        var model = new Option<string?>("--model") { Description = "An ONNX file; a .yaml of the same name beside it declares labels and preprocessing" };
        var labels = new Option<string?>("--labels") { Description = "A text file with one class a line" };
        var images = new Option<string?>("--images") { Description = "A folder of JPEG, PNG or WebP pictures" };
        var target = new Option<string?>("--output") { Description = "The folder to build into" };
        var baseUrl = new Option<string?>("--base-url") { Description = "Where the site will stand, for canonical links and the sitemap" };
        var jobs = new Option<int>("--jobs") { Description = "Threads; 0 takes one a processor", CustomParser = Jobs };
        var noCache = new Option<bool>("--no-cache") { Description = "Build even when nothing has changed" };
        var logFormat = new Option<string>("--log-format") { Description = "How to print: text, json, or github (annotations)", DefaultValueFactory = _ => "text" };
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        logFormat.AcceptOnlyFromAmong("text", "json", "github");
        var command = new Command("build", "Builds the site")
        {
            root, config, model, labels, images, target, baseUrl, jobs, noCache, logFormat, debug,
        };
        command.SetAction(parsed =>
        {
            var options = new BuildOptions
            {
                Root = parsed.GetValue(root)!,
                Config = parsed.GetValue(config),
                Model = parsed.GetValue(model),
                Labels = parsed.GetValue(labels),
                Images = parsed.GetValue(images),
                Output = parsed.GetValue(target),
                BaseUrl = parsed.GetValue(baseUrl),
                Jobs = parsed.GetValue(jobs),
                NoCache = parsed.GetValue(noCache),
            };
            var reporter = Reporter.Create(parsed.GetValue(logFormat)!, output, error, isRedirected);
            return Run(options, reporter, parsed.GetValue(debug), cancel);
        });
        return command;
    }

    private static int Jobs(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs)) return jobs;
        result.AddError($"--jobs must be a whole number, 0 or more, but is '{text}'");
        return 0;
    }

    private static int Run(BuildOptions options, Reporter reporter, bool debug, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var watches = new Stopwatches(() => clock.Elapsed.TotalSeconds);
            var summary = reporter.Progress(progress => SiteBuilder.Build(options, watches, progress, cancel));
            foreach (var warning in summary.Warnings) reporter.Diagnostic(warning);
            reporter.Summary(summary, clock.Elapsed.TotalSeconds);
            return ExitCode.Ok;
        }
        catch (DiagnosticException e)
        {
            foreach (var diagnostic in e.Diagnostics) reporter.Diagnostic(diagnostic);
            return ExitCode.Content;
        }
        catch (OperationCanceledException)
        {
            reporter.Diagnostic(Core.Diagnostics.Diagnostic.Warning(DiagnosticCodes.Interrupted, "interrupted; the old site is untouched"));
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (!debug && e is not OutOfMemoryException)
        {
            reporter.Diagnostic(Core.Diagnostics.Diagnostic.Error(DiagnosticCodes.Unexpected, $"unexpected: {e.Message} (run again with --debug for the details); the old site is untouched"));
            return ExitCode.Content;
        }
    }
}
