using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Convscope.Site.Templates;

/// <summary>A function that templates call with its values as they are. Scriban's own way, by reflection, takes longer than the functions
/// themselves.</summary>
/// <param name="required">How many values it needs.</param>
/// <param name="most">How many it takes.</param>
/// <param name="call">What it does.</param>
internal sealed class TemplateFunction(int required, int most, Func<ScriptArray, object?> call) : IScriptCustomFunction
{
    public int RequiredParameterCount => required;

    public int ParameterCount => most;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var span = callerContext?.Span ?? default;
        if (arguments.Count < required || arguments.Count > most)
            throw new ScriptRuntimeException(span,
                $"the function takes {(required == most ? $"{most}" : $"{required} to {most}")} values, not {arguments.Count}");
        try
        {
            return call(arguments);
        }
        catch (Exception e) when (e is InvalidCastException or NullReferenceException)
        {
            throw new ScriptRuntimeException(span,
                $"the function can't be called with {string.Join(", ", arguments.Select(value => value?.GetType().Name ?? "nothing"))}");
        }
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
