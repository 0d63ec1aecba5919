using System.Collections.Immutable;

namespace Convscope.Site.Checking;

/// <summary>A start tag.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="At">Where it begins in the text.</param>
/// <param name="Attributes">Its attributes in order, values still escaped.</param>
public sealed record HtmlTag(string Name, int At, ImmutableArray<KeyValuePair<string, string>> Attributes)
{
    /// <summary>The value of an attribute with its escapes resolved, or null.</summary>
    public string? this[string name] => Attributes.FirstOrDefault(attribute => attribute.Key == name) is { Key: not null } found
        ? System.Net.WebUtility.HtmlDecode(found.Value) : null;
}

/// <summary>
/// Reads a page as strictly as its author should have written it: tags closed in order, but for those that HTML closes by itself;
/// attributes once each; no stray angle bracket. https://html.spec.whatwg.org/multipage/parsing.html is far more forgiving.
/// </summary>
public sealed class HtmlReader
{
    private static readonly HashSet<string> Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private static readonly HashSet<string> Optional =
        ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "body", "html",
            "head"];
    private static readonly HashSet<string> Raw = ["script", "style", "textarea", "title"];
    private static readonly HashSet<string> Foreign = ["svg", "math"];

    private readonly string _html;
    private readonly List<(string Name, int At)> _open = [];
    private readonly List<HtmlTag> _tags = [];
    private readonly List<(int At, string Message)> _problems = [];
    private int _at;

    private HtmlReader(string html) => _html = html;

    /// <summary>The start tags and what is wrong with the markup, with where it is.</summary>
    public static (IReadOnlyList<HtmlTag> Tags, IReadOnlyList<(int At, string Message)> Problems) Read(string html)
    {
        var reader = new HtmlReader(html);
        if (!html.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            reader._problems.Add((0, "the page doesn't begin with <!doctype html>"));
        while (reader.Next())
        {
        }

        foreach (var (name, at) in reader._open.Where(open => !Optional.Contains(open.Name)))
            reader._problems.Add((at, $"<{name}> is never closed"));
        return (reader._tags, reader._problems);
    }

    /// <summary>Line and column, from one, of a place in a text.</summary>
    public static (int Line, int Column) Place(string html, int at)
    {
        var before = html.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    private bool Next()
    {
        var start = _html.IndexOf('<', _at);
        if (start < 0 || start + 1 >= _html.Length) return false;
        _at = start + 1;
        switch (_html[_at])
        {
            case '!':
                var end = _html.AsSpan(_at).StartsWith("!--") ? "-->" : ">";
                Skip(end, start, "a comment");
                break;
            case '/':
                Close(start);
                break;
            case var letter when char.IsAsciiLetter(letter):
                Open(start);
                break;
            default:
                _problems.Add((start, "a stray '<': write &lt;"));
                break;
        }

        return true;
    }

    private void Open(int start)
    {
        var name = Word().ToLowerInvariant();
        var attributes = Attributes(name, start);
        var isSelfClosed = _at >= 2 && _html[_at - 2] == '/';
        _tags.Add(new(name, start, attributes));
        if (Void.Contains(name)) return;
        if (isSelfClosed)
        {
            if (!_open.Exists(open => Foreign.Contains(open.Name)) && !Foreign.Contains(name))
                _problems.Add((start, $"<{name}/> doesn't close itself"));
            return;
        }

        _open.Add((name, start));
        if (Raw.Contains(name) && !_open.Exists(open => open.Name == "svg")) SkipRaw(name, start);
    }

    private ImmutableArray<KeyValuePair<string, string>> Attributes(string name, int start)
    {
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        while (true)
        {
            while (_at < _html.Length && (char.IsWhiteSpace(_html[_at]) || _html[_at] == '/')) _at++;
            if (_at >= _html.Length)
            {
                _problems.Add((start, $"<{name} is cut short"));
                break;
            }

            if (_html[_at] == '>')
            {
                _at++;
                break;
            }

            var key = Word().ToLowerInvariant();
            if (key.Length == 0)
            {
                _problems.Add((_at, $"'{_html[_at]}' can't be in a tag"));
                _at++;
                continue;
            }

            if (attributes.Any(attribute => attribute.Key == key)) _problems.Add((start, $"<{name}> has the attribute '{key}' twice"));
            attributes.Add(new(key, Value()));
        }

        return attributes.ToImmutable();
    }

    private string Value()
    {
        if (_at >= _html.Length || _html[_at] != '=') return "";
        _at++;
        if (_at >= _html.Length) return "";
        var quote = _html[_at];
        var begin = quote is '"' or '\'' ? _at + 1 : _at;
        var end = quote is '"' or '\'' ? _html.IndexOf(quote, begin) : _html.AsSpan(begin).IndexOfAny(" \t\r\n>") is var length and >= 0
            ? begin + length : -1;
        if (end < 0)
        {
            _at = _html.Length;
            return "";
        }

        _at = quote is '"' or '\'' ? end + 1 : end;
        return _html[begin..end];
    }

    private void Close(int start)
    {
        _at++;
        var name = Word().ToLowerInvariant();
        Skip(">", start, $"</{name}");
        var last = _open.FindLastIndex(open => open.Name == name);
        if (last < 0)
        {
            _problems.Add((start, $"</{name}> closes nothing"));
            return;
        }

        foreach (var (inner, at) in _open.Skip(last + 1).Where(open => !Optional.Contains(open.Name)))
            _problems.Add((at, $"<{inner}> isn't closed before </{name}>"));
        _open.RemoveRange(last, _open.Count - last);
    }

    private void SkipRaw(string name, int start)
    {
        var end = _html.IndexOf($"</{name}", _at, StringComparison.OrdinalIgnoreCase);
        if (end < 0) _problems.Add((start, $"<{name}> is never closed"));
        _at = end < 0 ? _html.Length : end;
    }

    private void Skip(string end, int start, string what)
    {
        var found = _html.IndexOf(end, _at, StringComparison.Ordinal);
        if (found < 0) _problems.Add((start, $"{what} never ends"));
        _at = found < 0 ? _html.Length : found + end.Length;
    }

    private string Word()
    {
        var begin = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] is not ('>' or '/' or '=' or '<' or '"' or '\'')) _at++;
        return _html[begin.._at];
    }
}
