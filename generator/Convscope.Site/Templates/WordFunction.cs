using Convscope.Core.Diagnostics;
using Convscope.Site.Lessons.Sources;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = Convscope.Core.Diagnostics.SourceSpan;

namespace Convscope.Site.Templates;

/// <summary><c>word 'next_chapter'</c>, <c>word 'minutes' 5</c>: a word in the page's language. Markup may stand in
/// its places (<c>word 'equation_at' (mark 'data-place' 'row' 3)</c>). A word that is missing stops the build, located.</summary>
internal sealed class WordFunction(Words words) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => index == 0 ? new(typeof(string), "key") : new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var key = arguments.Count > 0 ? arguments[0]?.ToString() ?? "" : "";
        if (arguments.Any(argument => argument is Html) && words.Entries.TryGetValue(key, out var sentence))
            return sentence.WithHtml([.. arguments.Skip(1)]);
        var found = arguments.Count switch
        {
            <= 1 => words.Find(key),
            2 => words.Find(key, arguments[1]),
            3 => words.Find(key, arguments[1], arguments[2]),
            _ => words.Find(key, [.. arguments.Skip(1)]),
        };
        if (found is not null) return found;
        var span = callerContext?.Span ?? default;
        var at = new SourceSpan(span.FileName ?? "", span.Start.Line + 1, span.Start.Column + 1);
        throw new ScriptRuntimeException(span, key, new DiagnosticException(DiagnosticCodes.MissingWord, words.Missing(key), at));
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
