using System.CommandLine;
using Convscope.Cli.Reporting;
using Convscope.Core.Diagnostics;
using Convscope.Site.Checking;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope check</c>: looks over a built site before it is published.</summary>
public static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new BuiltFolder();
        var logFormat = Arguments.Word("--log-format", "How to print", "text", "json", "github");
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        var command = new Command("check", "Checks a built site: links, markup, text alternatives, budgets, and what a host needs");
        folder.AddTo(command);
        command.Options.Add(logFormat);
        command.Options.Add(debug);
        command.SetAction(parsed =>
        {
            var reporter = Reporter.Create(parsed.GetValue(logFormat) ?? "text", output, error, isRedirected: true);
            return Guard.Run(
                () =>
                {
                    var (path, config) = folder.Read(parsed);
                    var (problems, pages, files) = new SiteCheck(path.Full, path.Shown, config.EnforcesBudgets
                        ? Severity.Error : Severity.Warning).Run();
                    foreach (var problem in problems) reporter.Diagnostic(problem);
                    var errors = problems.Count(problem => problem.Severity == Severity.Error);
                    reporter.Note(FormattableString.Invariant(
                        $"{pages:N0} pages and {files - pages:N0} other files checked: {(errors == 0 ? "all is well" : errors == 1 ? "1 error" : $"{errors} errors")}"));
                    return errors == 0 ? ExitCode.Ok : ExitCode.Content;
                },
                reporter.Diagnostic, parsed.GetValue(debug));
        });
        return command;
    }
}
