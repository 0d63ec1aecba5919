namespace Convscope.Site.Formulas;

/// <summary>The tokens of a formula: a command, a number, or a character. Spaces part them and mean nothing.</summary>
/// <param name="text">What stands between the dollar signs.</param>
internal sealed class TexReader(string text)
{
    private int _at;

    /// <summary>The index of the next token's first character.</summary>
    public int At
    {
        get
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
            return _at;
        }
    }

    /// <summary>The next token, which stays the next; null at the end.</summary>
    public string? Peek() => At < text.Length ? Token(_at) : null;

    /// <summary>The next token, which must be there.</summary>
    public string Next()
    {
        var token = Token(At);
        _at += token.Length;
        return token;
    }

    /// <summary>The text between braces, as it stands.</summary>
    /// <param name="command">Whose text it is.</param>
    public string Words(string command)
    {
        var start = At;
        var end = start < text.Length && text[start] == '{' ? text.IndexOf('}', start) : -1;
        if (end < 0) throw new FormulaException($"'\\{command}' needs its text in braces: '\\{command}{{…}}'", start);
        _at = end + 1;
        return text[(start + 1)..end];
    }

    private string Token(int at)
    {
        var end = at + 1;
        if (text[at] == '\\')
        {
            if (end == text.Length) throw new FormulaException("a command is missing behind this '\\'", at);
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            return text[at..Math.Max(end, at + 2)];
        }

        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsPoint(end))) end++;
        }
        else if (char.IsHighSurrogate(text[at]) && end < text.Length)
        {
            end++;
        }

        return text[at..end];
    }

    private bool IsPoint(int at) => text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
