using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>
/// Lines of labels that carry the class's number before the name (<c>0 cat</c>, <c>0: cat</c>) or after it (<c>cat 0</c>), as Teachable
/// Machine and TensorFlow's tools write them, or WordNet's number before it (<c>n01440764 tench</c>).
/// </summary>
internal static partial class NumberedLabels
{
    /// <summary>The names alone, in the order of the numbers; the lines as they are where they aren't numbered.</summary>
    public static string[] Read(string[] lines, string path, List<Diagnostic> diagnostics)
    {
        if (lines.Length == 0) return lines;
        if (Array.TrueForAll(lines, line => WordNet().IsMatch(line))) return [.. lines.Select(line => WordNet().Replace(line, ""))];
        if (InOrder(lines, Before()) is { } names) return names;
        if (InOrder(lines, After()) is { } named) return named;
        if (lines.Length > 1 && Array.TrueForAll(lines, line => Before().IsMatch(line))
            && AreDistinct([.. lines.Select(line => Before().Match(line).Groups["name"].Value)]))
        {
            diagnostics.Add(Diagnostic.Warning(
                DiagnosticCodes.LabelNumbers,
                    $"every line begins with a number, but these don't count from 0 to {lines.Length - 1}: they were kept as parts of the names", new(path)));
        }

        return lines;
    }

    /// <summary>The names by their numbers, which count from 0 or from 1; null where they don't, or where the numbers are all that tells
    /// the names apart.</summary>
    private static string[]? InOrder(string[] lines, Regex form)
    {
        var matches = lines.Select(line => form.Match(line)).ToArray();
        if (!Array.TrueForAll(matches, match => match.Success)) return null;
        var numbers = matches.Select(match => int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture,
            out var number) ? number : -1).ToArray();
        var first = numbers.Min();
        if (first is not (0 or 1) || !numbers.Order().SequenceEqual(Enumerable.Range(first, lines.Length))) return null;
        var names = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++) names[numbers[i] - first] = matches[i].Groups["name"].Value;
        return AreDistinct(names) ? names : null;
    }

    private static bool AreDistinct(string[] names) => names.Distinct(StringComparer.Ordinal).Count() == names.Length;

    [GeneratedRegex(@"^(?<number>\d{1,9})(?:\s*[:,;=)\t]\s*|\.?\s+)(?<name>\S.*)$")]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<name>.*\S)[\s:,;=]+(?<number>\d{1,9})$")]
    private static partial Regex After();

    [GeneratedRegex(@"^n\d{8}[\s:,]+(?=\S)")]
    private static partial Regex WordNet();
}
