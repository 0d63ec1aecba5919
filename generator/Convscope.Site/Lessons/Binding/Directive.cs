using Convscope.Core.Diagnostics;

namespace Convscope.Site.Lessons.Binding;

/// <summary>A directive as written: its kind and its parameters, each with its place.</summary>
/// <param name="Kind">The first word.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Span">Where the first word stands.</param>
public sealed record Directive(string Kind, IReadOnlyList<DirectiveParameter> Parameters, SourceSpan Span);

/// <summary>One <c>name=value</c>.</summary>
public sealed record DirectiveParameter(string Name, string Value, SourceSpan Span, SourceSpan ValueSpan);

/// <summary>Reads <c>kind name=value name="two words"</c>.</summary>
public static class DirectiveSyntax
{
    /// <summary>Reads one line; mistakes are added to the diagnostics.</summary>
    /// <param name="text">The line from the first word on.</param>
    /// <param name="at">Where that word stands.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Directive Read(ReadOnlySpan<char> text, SourceSpan at, List<Diagnostic> diagnostics)
    {
        var kind = "";
        var kindSpan = at;
        var parameters = new List<DirectiveParameter>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != '=') i++;
            var name = text[start..i].ToString();
            var span = at with { Column = at.Column + start };
            if (i >= text.Length || text[i] != '=')
            {
                if (kind.Length == 0 && parameters.Count == 0) (kind, kindSpan) = (name, span);
                else diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadParameter,
                    $"'{name}' should be a parameter, written {name}=value", span));
                continue;
            }

            i++;
            var valueSpan = at with { Column = at.Column + i };
            parameters.Add(new(name, Value(text, ref i, valueSpan, diagnostics), span, valueSpan));
        }

        return new(kind, parameters, kindSpan);
    }

    private static string Value(ReadOnlySpan<char> text, ref int i, SourceSpan span, List<Diagnostic> diagnostics)
    {
        var start = i;
        if (i < text.Length && text[i] == '"')
        {
            var length = text[(i + 1)..].IndexOf('"');
            if (length < 0) diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadParameter, "the quotation mark isn't closed", span));
            i = length < 0 ? text.Length : i + length + 2;
            return text[(start + 1)..(length < 0 ? text.Length : i - 1)].ToString();
        }

        while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
        return text[start..i].ToString();
    }
}
