using Convscope.Core.Diagnostics;

namespace Convscope.Cli.Reporting;

/// <summary>Runs a command's work and turns what it throws into messages and an exit code.</summary>
internal static class Guard
{
    /// <summary>Runs the work.</summary>
    /// <param name="work">Gives the exit code.</param>
    /// <param name="report">Tells a diagnostic.</param>
    /// <param name="debug">Lets the unexpected through, with its stack trace.</param>
    /// <param name="aftermath">What the user may rely on when it fails: <c>the old site is untouched</c>.</param>
    public static int Run(Func<int> work, Action<Diagnostic> report, bool debug, Func<string>? aftermath = null)
    {
        try
        {
            return work();
        }
        catch (DiagnosticException e)
        {
            foreach (var diagnostic in e.Diagnostics) report(diagnostic);
            return ExitCode.Content;
        }
        catch (OperationCanceledException)
        {
            report(Diagnostic.Warning(DiagnosticCodes.Interrupted, $"interrupted{Rest(aftermath)}"));
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (!debug)
        {
            var told = Told(e, aftermath);
            report(told);
            return told.Code == DiagnosticCodes.Unexpected ? ExitCode.Internal : ExitCode.Content;
        }
    }

    /// <summary>What to say of an exception that carries no message of ours: of a file that went away, or was closed to us, while it was
    /// read, what the system says; of memory that ran out, what needs less.</summary>
    public static Diagnostic Told(Exception e, Func<string>? aftermath = null) => First(e) switch
    {
        OutOfMemoryException => Diagnostic.Error(
            DiagnosticCodes.OutOfMemory,
            "there isn't enough memory; close other programs, or show less with --max-pictures, --max-layers or --max-units"
                + Rest(aftermath)),
        IOException or UnauthorizedAccessException =>
            Diagnostic.Error(DiagnosticCodes.Unreadable, $"the system refused a file: {Cause(e)}{Rest(aftermath)}"),
        _ => Diagnostic.Error(
            DiagnosticCodes.Unexpected, $"unexpected: {Cause(e)} (run again with --debug for the details){Rest(aftermath)}"),
    };

    /// <summary>What went wrong first, where work was shared out to several threads; memory that ran out before anything else, since the
    /// rest comes of it.</summary>
    private static Exception First(Exception e)
    {
        var cause = e is AggregateException ? e : e.GetBaseException();
        if (cause is not AggregateException several) return cause;
        var all = several.InnerExceptions.Select(First).ToArray();
        return all.FirstOrDefault(one => one is OutOfMemoryException) ?? all.FirstOrDefault() ?? e;
    }

    private static string Rest(Func<string>? aftermath) => aftermath is null ? "" : "; " + aftermath();

    /// <summary>What went wrong first, on one line: a library that can't be loaded is what a user can mend, not the type that needed
    /// it.</summary>
    private static string Cause(Exception e) =>
        string.Join(' ', First(e).Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
