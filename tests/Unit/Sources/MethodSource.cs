using System.Text.RegularExpressions;

namespace Convscope.Tests.Unit.Sources;

/// <summary>A method or constructor as it stands in a source that is formatted as all of ours are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lines">How many lines it has, signature included.</param>
/// <param name="Parameters">How many parameters.</param>
internal sealed partial record MethodSource(string Name, int Lines, int Parameters)
{
    /// <summary>Those of a file, by its lines.</summary>
    public static IEnumerable<MethodSource> Of(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Start().Match(lines[i]) is not { Success: true } start) continue;
            var signature = lines[i];
            for (var j = i; signature.Count('(') > signature.Count(')') && j + 1 < lines.Length; j++) signature += lines[j + 1];
            var end = EndOf(lines, i, start.Groups["indent"].Value);
            var parameters = signature[signature.IndexOf('(', StringComparison.Ordinal)..];
            yield return new(start.Groups["name"].Value, end - i + 1, CountOf(parameters));
            i = end;
        }
    }

    /// <summary>A body in braces ends with the brace below the signature, another with a semicolon.</summary>
    private static int EndOf(string[] lines, int first, string indent)
    {
        var isInBraces = false;
        for (var i = first; i < lines.Length; i++)
        {
            isInBraces |= lines[i] == indent + "{";
            if (lines[i].StartsWith(indent + "}", StringComparison.Ordinal) || (!isInBraces && lines[i].EndsWith(';'))) return i;
        }

        return lines.Length - 1;
    }

    /// <summary>Commas between the outer brackets, and one.</summary>
    private static int CountOf(string list)
    {
        var (depth, commas) = (0, 0);
        foreach (var letter in list)
        {
            if ("([{<".Contains(letter)) depth++;
            else if (")]}>".Contains(letter) && --depth == 0) break;
            else if (letter == ',' && depth == 1) commas++;
        }

        return list.StartsWith("()", StringComparison.Ordinal) ? 0 : commas + 1;
    }

    [GeneratedRegex(@"^(?<indent>(    ){1,2})(public|private|protected|internal) (?!.*\b(class|record|struct|interface|enum|const|delegate)\b)[^=(]*?(?<name>\w+)(<[\w, ]+>)?\(")]
    private static partial Regex Start();
}
