using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Convscope.Core.Explain;
using Scriban;
using Scriban.Runtime;

namespace Convscope.Site.Templates;

/// <summary>The functions that templates may call besides Scriban's own.</summary>
public static class TemplateFunctions
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A network may hold infinities, for which JSON has no number: they become texts.</summary>
    private static readonly JsonSerializerOptions Named = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Adds them to a scope.</summary>
    internal static void AddTo(ScriptObject scope, Func<string, Template> parse)
    {
        scope.SetValue("include", new IncludeFunction(parse), readOnly: true);
        scope.Import("data", new Func<string, object, Html>(Data));
        scope.Import("terms", new Func<Part, Html>(TermGrid.Of));
        scope.Import("window", new Func<Part, int, Html>(TermGrid.Of));
        scope.Import("formula", new Func<Explanation, Html>(FormulaText.Of));
        scope.Import("weights", new Func<Part, Html>(TermGrid.Weights));
        scope.Import("json", new Func<object, Html>(Json));
        scope.Import("thousands", new Func<long, string>(value => value.ToString("N0", CultureInfo.InvariantCulture)));
    }

    /// <summary>One displayed number: <c>&lt;data class="x" value="exact"&gt;shown&lt;/data&gt;</c>.</summary>
    public static Html Data(string role, object number) =>
        number is Number value ? new($"<data class=\"{role}\" value=\"{value.ExactText}\">{value.Shown}</data>") : new("");

    /// <summary>Any value as JSON that is safe inside a <c>script</c> element.</summary>
    public static Html Json(object value) => new(JsonSerializer.Serialize(value, CamelCase));
}
