using System.Globalization;
using System.Text;

namespace Convscope.Core.Texts;

/// <summary>
/// How a text that others wrote stands among ours: a title, a label, a layer's name. One rule for every place. It is cut where it is
/// longer than can be read, and it can't turn the text around it: controls of direction are left out, and a text with
/// right-to-left letters stands between the marks of Unicode that isolate it, since these work in an attribute too, where an element can't
/// be. Whatever is already so is returned as it is. Escaping is another matter: the result is as hostile to HTML as before.
/// </summary>
public static class ShownText
{
    /// <summary>The most characters, as readers count them, of a name: a line of text.</summary>
    public const int NameLength = 80;

    /// <summary>The most characters of a sentence: a description, a caption, a text alternative.</summary>
    public const int SentenceLength = 512;

    /// <summary>The most characters of a text on its own page: two thousand words. Browsers take time that grows with the square of a
    /// line.</summary>
    public const int WholeLength = 10_000;

    /// <summary>No character has more parts on average, but for texts made to be a nuisance.</summary>
    private const int PartsPerCharacter = 8;

    private const char Isolate = '\u2068', EndOfIsolate = '\u2069';

    /// <summary>A name where it stands with other text: in a link, a table, a tip.</summary>
    public static string Name(string text) => Of(text, NameLength);

    /// <summary>A sentence where it stands with other text.</summary>
    public static string Sentence(string text) => Of(text, SentenceLength);

    /// <summary>The whole of a text, for the one page that is about what it names.</summary>
    public static string Whole(string text) => Of(text, WholeLength);

    /// <summary>Whether a text shows nothing at all, so that a link of it couldn't be seen.</summary>
    public static bool IsBlank(string text) => text.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);

    /// <summary>Most texts are of letters that nothing has to be done about.</summary>
    private static bool IsPlain(char letter) =>
        letter is (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\u0590') or (>= '\u3000' and < '\uD800');

    /// <summary>A text that can't turn what stands around it, and isn't turned by it.</summary>
    public static string Isolated(string text) => $"{Isolate}{text}{EndOfIsolate}";

    private static string Of(string text, int most)
    {
        if (text.Length <= most && text.All(IsPlain)) return text;
        var shown = Cut(string.Concat(text.Where(letter => !IsLeftOut(letter))), most);
        return shown.EnumerateRunes().Any(IsRightToLeft) ? Isolated(shown) : shown;
    }

    /// <summary>Cuts between characters as readers count them: never through an emoji of several, nor between a letter and its
    /// marks.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var (end, before) = (0, 0);
        for (var count = 0; count < most && end < text.Length; count++)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > (long)most * PartsPerCharacter) break;
            (before, end) = (end, next);
        }

        // The ellipsis is one of them, so that what is cut once isn't cut again.
        return end == text.Length ? text : text[..before].TrimEnd() + "…";
    }

    /// <summary>Controls have no meaning in a name; embeddings, overrides and isolates of direction could reach beyond it. Marks of
    /// direction stay.</summary>
    private static bool IsLeftOut(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') || (char.IsControl(letter) && !char.IsWhiteSpace(letter));

    /// <summary>Hebrew, Arabic and their neighbours, and the mark that counts as such a letter.</summary>
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x590 and <= 0x8FF) or 0x200F or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
