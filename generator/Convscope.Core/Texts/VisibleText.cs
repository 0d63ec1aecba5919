using System.Globalization;
using System.Text;

namespace Convscope.Core.Texts;

/// <summary>
/// A text of anyone's on its way to a terminal: a control character there is a command, which moves, colours or clears what stands, and a
/// control of direction turns it. Each becomes its escape, so that it can be seen and does nothing.
/// </summary>
public static class VisibleText
{
    /// <summary>The most characters of a message: beyond, no one reads on, and what follows is out of sight.</summary>
    public const int LongestLine = 1000;

    private const int KeptEnd = 300;

    /// <summary>One line of at most <see cref="LongestLine"/> characters: line breaks are escaped too, and the middle of a longer text is
    /// left out.</summary>
    public static string Line(string text) => Cut(Escaped(text, isLine: true));

    /// <summary>Lines: line breaks and tabs stay.</summary>
    public static string Lines(string text) => Escaped(text.Replace("\r\n", "\n", StringComparison.Ordinal), isLine: false);

    /// <summary>Whether a character would be a command.</summary>
    public static bool IsCommand(char letter) => char.IsControl(letter)
        || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\u200E' or '\u200F';

    private static string Cut(string text) => text.Length <= LongestLine ? text : $"{text[..(LongestLine - KeptEnd)]} … {text[^KeptEnd..]}";

    private static string Escaped(string text, bool isLine)
    {
        bool Stays(char letter) => !IsCommand(letter) || (!isLine && letter is '\n' or '\t');
        if (text.All(Stays)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (Stays(letter)) escaped.Append(letter);
            else escaped.Append(Escape(letter));
        }

        return escaped.ToString();
    }

    private static string Escape(char letter) => letter switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
    };
}
