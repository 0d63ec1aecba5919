using System.Text.Json;
using System.Text.RegularExpressions;

namespace Convscope.Tests.Cli.Support;

/// <summary>Validates the keywords that the site's schema uses; an unknown keyword is itself a problem.</summary>
internal static class JsonSchema
{
    public static IReadOnlyList<string> Problems(JsonElement value, JsonElement schema)
    {
        var problems = new List<string>();
        Check(value, schema, "$", problems);
        return problems;
    }

    private static void Check(JsonElement value, JsonElement schema, string path, List<string> problems)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var holds = keyword.Name switch
            {
                "$schema" or "$id" or "title" or "description" => true,
                "type" => keyword.Value.ValueKind == JsonValueKind.Array
                    ? keyword.Value.EnumerateArray().Any(type => IsOfType(value, type.GetString()!))
                        : IsOfType(value, keyword.Value.GetString()!),
                "const" => value.GetRawText() == keyword.Value.GetRawText(),
                "enum" => keyword.Value.EnumerateArray().Any(choice => choice.GetRawText() == value.GetRawText()),
                "pattern" => Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "minimum" => value.ValueKind == JsonValueKind.Null || value.GetDouble() >= keyword.Value.GetDouble(),
                "maximum" => value.GetDouble() <= keyword.Value.GetDouble(),
                "required" => keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" => Properties(value, keyword.Value, path, problems),
                "items" => Items(value, keyword.Value, path, problems),
                _ => false,
            };
            if (!holds) problems.Add($"{path}: {keyword.Name}");
        }
    }

    private static bool Properties(JsonElement value, JsonElement schemas, string path, List<string> problems)
    {
        foreach (var property in schemas.EnumerateObject())
        {
            if (value.TryGetProperty(property.Name, out var inner)) Check(inner, property.Value, $"{path}.{property.Name}", problems);
        }

        // Everything that is published is described.
        foreach (var property in value.EnumerateObject())
        {
            if (!schemas.TryGetProperty(property.Name, out _)) problems.Add($"{path}.{property.Name}: not in the schema");
        }

        return true;
    }

    private static bool Items(JsonElement value, JsonElement schema, string path, List<string> problems)
    {
        var i = 0;
        foreach (var item in value.EnumerateArray()) Check(item, schema, $"{path}[{i++}]", problems);
        return true;
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
