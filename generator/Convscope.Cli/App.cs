using System.CommandLine;
using Convscope.Cli.Commands;
using Convscope.Cli.Reporting;
using Convscope.Core.Texts;
using Convscope.Site.Building;

namespace Convscope.Cli;

/// <summary>The whole program, with its console handed in so that tests can hold it.</summary>
public static class App
{
    /// <summary>The commands with their options; the documentation is compared with them.</summary>
    /// <param name="output">Where a command prints.</param>
    /// <param name="error">Where diagnostics go.</param>
    /// <param name="isRedirected">True when no one watches.</param>
    /// <param name="cancel">Set when the user interrupts.</param>
    /// <param name="wanted">The one command that is needed, where it is known: to make the options of all takes a while.</param>
    public static RootCommand Commands(TextWriter output, TextWriter error, bool isRedirected, CancellationToken cancel,
        string? wanted = null)
    {
        (string Name, Func<Command> Create)[] all =
        [
            ("init", () => InitCommand.Create(output, error)),
            ("build", () => BuildCommand.Create(output, error, isRedirected, cancel)),
            ("serve", () => ServeCommand.Create(output, error, cancel)),
            ("check", () => CheckCommand.Create(output, error)),
            ("clean", () => CleanCommand.Create(output, error, cancel)),
            ("templates", () => TemplatesCommand.Create(output, error)),
            ("inspect", () => InspectCommand.Create(output, error, isRedirected)),
            ("completions", () => CompletionsCommand.Create(output)),
        ];
        var root = new RootCommand(
            "Convscope: runs a convolutional network over pictures and makes a site that explains every number of it.");
        foreach (var (_, create) in Array.FindAll(all, command => command.Name == wanted) is { Length: 1 } one ? one : all)
            root.Subcommands.Add(create());
        Help.AddTo(root);
        EmptyValues.Refuse(root);
        return root;
    }

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where the command prints.</param>
    /// <param name="error">Where diagnostics go.</param>
    /// <param name="isRedirected">True when no one watches: plain lines instead of a progress bar.</param>
    /// <param name="cancel">Set when the user interrupts.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, bool isRedirected, CancellationToken cancel)
    {
        if (args is ["build", ..]) WarmUp.Begin();
        (output, error) = (new VisibleWriter(output), new VisibleWriter(error));
        var root = Commands(output, error, isRedirected, cancel, args.FirstOrDefault());
        if (args.Length == 0)
        {
            root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = error, Error = error });
            return ExitCode.Usage;
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not Help)
        {
            foreach (var line in Misuse.Of(parsed)) error.WriteLine(VisibleText.Line(line));
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }
}
