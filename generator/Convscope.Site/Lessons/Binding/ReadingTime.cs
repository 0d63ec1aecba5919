namespace Convscope.Site.Lessons.Binding;

/// <summary>
/// How long reading takes: words of scripts with spaces at 200 a minute, characters of Chinese, Japanese and Korean at 400.
/// </summary>
public sealed class ReadingTime
{
    private const double WordsAMinute = 200, CharactersAMinute = 400;
    private int _words, _characters;

    /// <summary>Minutes, at least one.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round((_words / WordsAMinute) + (_characters / CharactersAMinute)));

    /// <summary>Counts a piece of text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var inWord = false;
        foreach (var c in text)
        {
            var isWide = c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7af';
            if (isWide) _characters++;
            var isLetter = !isWide && char.IsLetterOrDigit(c);
            if (isLetter && !inWord) _words++;
            inWord = isLetter || (inWord && c is '\'' or '’' or '-');
        }
    }
}
