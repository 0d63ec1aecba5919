using System.CommandLine;
using Convscope.Cli.Reporting;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope clean</c>: deletes what a build wrote, and nothing else.</summary>
public static class CleanCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var folder = new BuiltFolder();
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        var command = new Command("clean", "Deletes the built site: only the files that its manifest lists");
        folder.AddTo(command);
        command.Options.Add(debug);
        command.SetAction(parsed => Guard.Run(
            () =>
            {
                var path = folder.Read(parsed).Path;
                output.WriteLine(Cleaning.Clean(path.Full, path.Shown, new BuildOptions().Patience, output.WriteLine, cancel) is { } deleted
                    ? FormattableString.Invariant($"{deleted:N0} files deleted from {path.Shown}/")
                    : $"Nothing is deleted: {path.Shown}/ has no {Manifest.FileName}, so Convscope didn't build it");
                return ExitCode.Ok;
            },
            diagnostic => error.WriteLine(diagnostic), parsed.GetValue(debug)));
        return command;
    }
}
