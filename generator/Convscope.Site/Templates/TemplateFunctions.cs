using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Convscope.Core.Explain;
using Convscope.Core.Texts;
using Convscope.Site.Views;
using Scriban;
using Scriban.Runtime;

namespace Convscope.Site.Templates;

/// <summary>The functions that templates may call besides Scriban's own.</summary>
public static class TemplateFunctions
{
    private static readonly JsonSerializerOptions CamelCase = new()
    {
        // A network may give infinity, and the script reads its name as the number.
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Adds them to a scope.</summary>
    internal static void AddTo(ScriptObject scope, Func<string, Template> parse)
    {
        scope.SetValue("include", new IncludeFunction(parse), readOnly: true);
        void Add(string name, int values, Func<ScriptArray, object?> call) =>
            scope.SetValue(name, new TemplateFunction(values, values, call), readOnly: true);
        Add("data", 2, values => Data((string)values[0]!, values[1]));
        Add("copy", 2, values => Copy((string)values[0]!, values[1]));
        Add("terms", 1, values => TermGrid.Of((Part)values[0]!));
        Add("operand", 1, values => TermGrid.Operand((Part)values[0]!));
        Add("signed", 2, values => values[1] is Number number ? Bracketed.Of((string)values[0]!, number) : new Html(""));
        Add("signed_copy", 2, values => values[1] is Number number ? Bracketed.Of((string)values[0]!, number, isCopy: true) : new Html(""));
        Add("size_of", 2, values => TermGrid.Size((Explanation)values[0]!, [.. values[1] as IEnumerable<MapsView> ?? []]));
        Add("may_scroll", 1, values => TermGrid.MayScroll((Part)values[0]!));
        Add("window", 2, values => TermGrid.Candidates((Part)values[0]!, (int)Whole(values[1])));
        Add("formula", 2, values => FormulaText.Of((Explanation)values[0]!, (string)values[1]!));
        Add("has_extra", 2, values => ((Explanation)values[0]!).Extras.ContainsKey((string)values[1]!));
        Add("weights", 1, values => TermGrid.Weights((Part)values[0]!));
        Add("mark", 3, values => new Html($"<span {values[0]}=\"{values[1]}\">{Text(values[2])}</span>"));
        scope.SetValue("link", new TemplateFunction(2, 3, values =>
            Link(values[0], values[1], values.Count > 2 ? (string)values[2]! : "")), readOnly: true);
        Add("strong", 1, values => new Html($"<strong>{Text(values[0])}</strong>"));
        Add("code", 1, values => new Html($"<code>{Text(values[0])}</code>"));
        Add("json", 1, values => Json(values[0]));
        Add("whole", 1, values => ShownText.Whole((string)values[0]!));
        Add("breaks", 1, values => new Html(string.Join("<wbr>", NameBreaks.Pieces((string)values[0]!).Select(Html.Escape))));
        Add("longest", 1, values => NameBreaks.Longest((string)values[0]!));
        Add("thousands", 1, values => Whole(values[0]).ToString("N0", CultureInfo.InvariantCulture));
    }

    /// <summary>One displayed number: <c>&lt;data class="x" value="exact"&gt;shown&lt;/data&gt;</c>.</summary>
    public static Html Data(string role, object? number) =>
        number is Number value ? new(TermGrid.Append(new(), role, value).ToString()) : new("");

    /// <summary>The same, standing a second time for reading.</summary>
    private static Html Copy(string role, object? number) =>
        number is Number value ? new(TermGrid.Append(new(), role, value, isCopy: true).ToString()) : new("");

    /// <summary>A link to stand within a sentence.</summary>
    private static Html Link(object? url, object? text, string rel) =>
        new($"<a href=\"{Text(url)}\"{(rel.Length > 0 ? $" rel=\"{rel}\"" : "")}>{Text(text)}</a>");

    /// <summary>Escapes what isn't markup already.</summary>
    private static string Text(object? value) =>
        value is Html html ? html.Text : Html.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>Any value as JSON that is safe inside a <c>script</c> element.</summary>
    public static Html Json(object? value) => new(JsonSerializer.Serialize(value, CamelCase));

    private static long Whole(object? value) => value switch
    {
        int number => number,
        long number => number,
        _ => throw new InvalidCastException(),
    };
}
