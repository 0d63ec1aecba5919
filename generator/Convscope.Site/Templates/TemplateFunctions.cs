using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Convscope.Core.Explain;
using Convscope.Core.Texts;
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
        scope.Import("mark", new Func<string, string, object, Html>((name, value, text) => new($"<span {name}=\"{value}\">{Text(text)}</span>")));
        scope.Import("link", new LinkFunction(Link));
        scope.Import("strong", new Func<object, Html>(text => new($"<strong>{Text(text)}</strong>")));
        scope.Import("code", new Func<object, Html>(text => new($"<code>{Text(text)}</code>")));
        scope.Import("json", new Func<object, Html>(Json));
        scope.Import("whole", new Func<string, string>(ShownText.Whole));
        scope.Import("thousands", new Func<long, string>(value => value.ToString("N0", CultureInfo.InvariantCulture)));
    }

    /// <summary>One displayed number: <c>&lt;data class="x" value="exact"&gt;shown&lt;/data&gt;</c>.</summary>
    public static Html Data(string role, object number) =>
        number is Number value ? new($"<data class=\"{role}\" value=\"{value.ExactText}\">{value.Shown}</data>") : new("");

    private delegate Html LinkFunction(object url, object text, string rel = "");

    /// <summary>A link to stand within a sentence.</summary>
    private static Html Link(object url, object text, string rel) =>
        new($"<a href=\"{Text(url)}\"{(rel.Length > 0 ? $" rel=\"{rel}\"" : "")}>{Text(text)}</a>");

    /// <summary>Escapes what isn't markup already.</summary>
    private static string Text(object value) => value is Html html ? html.Text : Html.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>Any value as JSON that is safe inside a <c>script</c> element.</summary>
    public static Html Json(object value) => new(JsonSerializer.Serialize(value, CamelCase));
}
