using Convscope.Core.Diagnostics;
using Convscope.Core.Texts;

namespace Convscope.Inference.Onnx;

/// <summary>Makes text from a model fit for a one-line message: no control characters, not endless.</summary>
internal static class ModelText
{
    private const int Longest = 300;

    /// <summary>The first line with something on it, cut to a readable length.</summary>
    public static string Line(string text)
    {
        var line = text.Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0) ?? "";
        return Shortened(line);
    }

    /// <summary>A name in quotation marks.</summary>
    public static string Quoted(string name) => $"'{Shortened(name)}'";

    /// <summary>A name as it is written into a configuration.</summary>
    public static string Bare(string name) => Shortened(name);

    private static string Shortened(string text)
    {
        var visible = VisibleText.Line(text);
        return visible.Length <= Longest ? visible : visible[..Longest] + "…";
    }

    /// <summary>The error of a model that can't be shown.</summary>
    public static DiagnosticException Unsupported(string message, SourceSpan file) =>
        new(DiagnosticCodes.ModelUnsupported, message, file);
}
