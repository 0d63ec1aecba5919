using Convscope.Core.Texts;

namespace Convscope.Core.Diagnostics;

/// <summary>One thing a user can put right.</summary>
/// <param name="Code">A stable code such as <c>CS1204</c>, listed in <see cref="DiagnosticCodes"/>.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Message">What is wrong and, where it can be known, what to do.</param>
/// <param name="Span">Where, or null when it is nowhere in particular.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, SourceSpan? Span = null)
{
    /// <summary>Makes an error.</summary>
    public static Diagnostic Error(string code, string message, SourceSpan? span = null) =>
        new(code, Severity.Error, message, span);

    /// <summary>Makes a warning.</summary>
    public static Diagnostic Warning(string code, string message, SourceSpan? span = null) =>
        new(code, Severity.Warning, message, span);

    /// <summary>The one-line form, fit for a terminal: <c>place: severity CODE: message</c>.</summary>
    public override string ToString()
    {
        var place = Span is null ? "" : $"{VisibleText.Line(Span.ToString())}: ";
        var severity = Severity == Severity.Error ? "error" : "warning";
        return $"{place}{severity} {Code}: {VisibleText.Line(Message)}";
    }
}
