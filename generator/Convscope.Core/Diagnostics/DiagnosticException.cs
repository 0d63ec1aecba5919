namespace Convscope.Core.Diagnostics;

/// <summary>Carries located diagnostics out of a stage that can't go on; the CLI prints them without a stack trace.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Wraps all that was found.</summary>
    public DiagnosticException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Wraps one error.</summary>
    public DiagnosticException(string code, string message, SourceSpan? span = null)
        : this([Diagnostic.Error(code, message, span)])
    {
    }

    /// <summary>What was found, in source order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
