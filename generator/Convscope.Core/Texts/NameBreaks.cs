using System.Globalization;

namespace Convscope.Core.Texts;

/// <summary>Where a name may break over two lines: between its words, <c>max_</c> and <c>pool_1</c>, and never inside one.</summary>
public static class NameBreaks
{
    /// <summary>The pieces of a name that no line may end within, each with what ends it.</summary>
    public static IReadOnlyList<string> Pieces(string name)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 1; i < name.Length; i++)
        {
            // A number belongs to the word before it.
            if (!IsEnd(name[i - 1]) || IsEnd(name[i]) || char.IsDigit(name[i])) continue;
            pieces.Add(name[start..i]);
            start = i;
        }

        pieces.Add(name[start..]);
        return pieces;
    }

    /// <summary>
    /// How many letters the longest piece has; at least one. Letters of scripts without spaces stand for themselves: a line may end after
    /// each.
    /// </summary>
    public static int Longest(string name) => Math.Max(1, Pieces(name).Max(LettersOf));

    private static int LettersOf(string piece)
    {
        var word = piece.Trim();
        return word.Any(IsUnspaced) ? 2 : new StringInfo(word).LengthInTextElements;
    }

    private static bool IsEnd(char letter) => letter is ' ' or '_' or '.' or '-' or '/' or ':';

    private static bool IsUnspaced(char letter) => letter is >= '\u2E80' and <= '\uD7FF';
}
