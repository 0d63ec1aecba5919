using System.Text.Json;

namespace Convscope.Tests.Cli.Support;

/// <summary>Reads a source map as a browser does: which line of which source each line is from.</summary>
internal static class MappedLines
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The script's lines, from zero, that are from a source, with the source's line.</summary>
    public static IEnumerable<(int At, string Source)> Of(string map)
    {
        using var json = JsonDocument.Parse(map);
        string[][] sources = [.. json.RootElement.GetProperty("sourcesContent").EnumerateArray()
            .Select(text => text.GetString()!.Split('\n'))];
        var (source, number, at) = (0, 0, 0);
        foreach (var segment in json.RootElement.GetProperty("mappings").GetString()!.Split(';'))
        {
            if (segment.Length > 0)
            {
                var values = Values(segment).ToArray();
                (source, number) = (source + values[1], number + values[2]);
                yield return (at, sources[source][number]);
            }

            at++;
        }
    }

    private static IEnumerable<int> Values(string segment)
    {
        var (value, shift) = (0, 0);
        foreach (var digit in segment.Select(character => Digits.IndexOf(character, StringComparison.Ordinal)))
        {
            value |= (digit & 31) << shift;
            shift += 5;
            if (digit > 31) continue;
            yield return (value & 1) == 0 ? value >> 1 : -(value >> 1);
            (value, shift) = (0, 0);
        }
    }
}
