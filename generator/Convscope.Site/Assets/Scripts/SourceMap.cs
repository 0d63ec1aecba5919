using System.Text;
using System.Text.Json.Nodes;

namespace Convscope.Site.Assets.Scripts;

/// <summary>
/// Tells a browser's tools which line of a joined script is which of its sources: a source map (<see href="https://tc39.es/ecma426/"/>),
/// line by line.
/// </summary>
internal static class SourceMap
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The map.</summary>
    /// <param name="lines">The lines of the script.</param>
    /// <param name="read">The text of a source.</param>
    public static string Of(IReadOnlyCollection<JoinedLine> lines, Func<string, string> read)
    {
        var sources = lines.Where(line => line.Number > 0).Select(line => line.Source).Distinct().ToList();
        return new JsonObject
        {
            ["version"] = 3,
            ["sources"] = new JsonArray([.. sources.Select(source => JsonValue.Create(source))]),
            ["sourcesContent"] = new JsonArray([.. sources.Select(source => JsonValue.Create(read(source)))]),
            ["names"] = new JsonArray(),
            ["mappings"] = Mappings(lines, sources),
        }.ToJsonString();
    }

    /// <summary>Of each line, column 0: its source and its line there, as differences from those before.</summary>
    private static string Mappings(IEnumerable<JoinedLine> lines, List<string> sources)
    {
        var text = new StringBuilder();
        var (source, number) = (0, 1);
        foreach (var line in lines)
        {
            if (line.Number > 0)
            {
                var at = sources.IndexOf(line.Source);
                foreach (var value in new[] { 0, at - source, line.Number - number, 0 }) Append(text, value);
                (source, number) = (at, line.Number);
            }

            text.Append(';');
        }

        return text.ToString();
    }

    /// <summary>
    /// A number in base 64, five bits a digit, the lowest first; the sign is the lowest bit, and the sixth bit says that more follow.
    /// </summary>
    private static void Append(StringBuilder text, int value)
    {
        var left = value < 0 ? (-value << 1) | 1 : value << 1;
        for (; left > 31; left >>= 5) text.Append(Digits[(left & 31) | 32]);
        text.Append(Digits[left]);
    }
}
