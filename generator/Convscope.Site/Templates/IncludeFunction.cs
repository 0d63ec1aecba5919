using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Convscope.Site.Templates;

/// <summary>
/// <c>include 'partials/map.html' x</c>: writes a partial straight into the page, with its argument as <c>it</c>.
/// Scriban's own returns a string, which would be escaped, and builds it twice.
/// </summary>
internal sealed class IncludeFunction(Func<string, Template> parse) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0 ? new(typeof(string), "name") : new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var span = callerContext?.Span ?? default;
        var name = arguments[0]?.ToString() ?? throw new ScriptRuntimeException(span, "include needs the name of a template");
        var template = parse(name);
        var scope = new ScriptObject();
        if (arguments.Count > 1) scope.SetValue("it", arguments[1], readOnly: false);
        context.EnterRecursive(callerContext!);
        context.PushGlobal(scope);
        try
        {
            context.Evaluate(template.Page!);
        }
        finally
        {
            context.PopGlobal();
            context.ExitRecursive(callerContext!);
        }

        return null;
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
