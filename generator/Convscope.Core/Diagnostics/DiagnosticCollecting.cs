namespace Convscope.Core.Diagnostics;

/// <summary>Keeps what one source got wrong among what the others did, so that all mistakes are told at once.</summary>
public static class DiagnosticCollecting
{
    /// <summary>What a reading gives; where it can't go on, its mistakes are added and something else is given.</summary>
    public static T Collect<T>(this List<Diagnostic> diagnostics, Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (DiagnosticException e)
        {
            diagnostics.AddRange(e.Diagnostics);
            return otherwise;
        }
    }

    /// <summary>Whether a check passes; where it doesn't, what is wrong is added.</summary>
    public static bool Passes(this List<Diagnostic> diagnostics, Action check) => diagnostics.Collect(
        () =>
        {
            check();
            return true;
        },
        false);
}
