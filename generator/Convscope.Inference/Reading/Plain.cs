using Convscope.Core.Diagnostics;

namespace Convscope.Inference.Reading;

/// <summary>Makes text from a model fit for a one-line message: no control characters, not endless.</summary>
internal static class Plain
{
    private const int Longest = 300;

    /// <summary>The first line with something on it, cut to a readable length.</summary>
    public static string Line(string text)
    {
        var line = text.Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0) ?? "";
        var clean = string.Concat(line.Select(c => char.IsControl(c) ? '?' : c));
        return clean.Length <= Longest ? clean : clean[..Longest] + "…";
    }

    /// <summary>A name in quotation marks.</summary>
    public static string Quoted(string name) => $"'{Line(name)}'";

    /// <summary>The error of a model that can't be shown.</summary>
    public static DiagnosticException Unsupported(string message, SourceSpan file) =>
        new(DiagnosticCodes.ModelUnsupported, message, file);
}
