using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Markdown;
using Convscope.Site.Templates;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Lessons.Writing;

/// <summary>
/// Explains each term of the glossary where a chapter first uses it: a link to the glossary, with the definition beside it for
/// those who point at it or reach it with the Tab key.
/// </summary>
internal sealed class TermMarker
{
    private readonly LanguageSource _language;
    private readonly Dictionary<char, List<(string Form, char Second, Term Term)>> _byStart = [];

    /// <summary>The first letters of terms, in both cases, as far as they are ASCII: asked for each letter of a lesson.</summary>
    private readonly bool[] _starts = new bool[128];

    public TermMarker(LanguageSource language)
    {
        _language = language;
        foreach (var term in language.Glossary.Terms)
        {
            foreach (var form in term.Forms.Prepend(term.Name))
            {
                var start = char.ToLowerInvariant(form[0]);
                if (!_byStart.TryGetValue(start, out var list)) _byStart[start] = list = [];
                list.Add((form, form.Length > 1 ? char.ToUpperInvariant(form[1]) : default, term));
            }
        }

        foreach (var list in _byStart.Values) list.Sort((a, b) => b.Form.Length.CompareTo(a.Form.Length));
        foreach (var start in _byStart.Keys.Where(char.IsAscii)) _starts[start] = _starts[char.ToUpperInvariant(start)] = true;
    }

    /// <summary>Where the glossary of a language stands.</summary>
    public static string RouteOf(LanguageSource language) => language.Prefix + Routes.Chapter("glossary");

    /// <summary>Marks the first use of each term in the running text.</summary>
    public void Mark(MarkdownDocument document)
    {
        if (_byStart.Count > 0) Mark(document, []);
    }

    private void Mark(ContainerBlock container, HashSet<string> used)
    {
        foreach (var block in container)
        {
            if (block is DirectiveBlock { IsHidden: true }) continue;
            if (block is ContainerBlock inner) Mark(inner, used);
            else if (block is ParagraphBlock { Inline: { } inline }) Mark(inline, used);
        }
    }

    private void Mark(ContainerInline container, HashSet<string> used)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is LiteralInline literal) Mark(literal, used);
            else if (inline is ContainerInline inner and not LinkInline) Mark(inner, used);
            inline = next;
        }
    }

    private void Mark(LiteralInline literal, HashSet<string> used)
    {
        var content = literal.Content;
        var text = content.Text;
        var rest = content.Start;
        for (var at = rest; at <= content.End;)
        {
            if ((text[at] < _starts.Length && !_starts[text[at]]) || Match(text, content.Start, at, content.End) is not { } match)
            {
                at++;
                continue;
            }

            if (!used.Add(match.Term.Id))
            {
                // A shorter term within it isn't meant by itself: 层 in 全连接层.
                at += match.Form.Length;
                continue;
            }

            if (at > rest) literal.InsertBefore(new LiteralInline(new StringSlice(text, rest, at - 1)));
            var end = at + match.Form.Length;
            literal.InsertBefore(new DirectiveInline { Name = "term", Text = "", Html = Markup(match.Term, text[at..end]) });
            (rest, at) = (end, end);
        }

        if (rest == content.Start) return;
        if (rest > content.End) literal.Remove();
        else literal.Content = new StringSlice(text, rest, content.End);
    }

    private (string Form, char Second, Term Term)? Match(string text, int first, int at, int last)
    {
        if (!_byStart.TryGetValue(char.ToLowerInvariant(text[at]), out var list)) return null;
        if (at > first && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1])) return null;
        var second = at < last ? char.ToUpperInvariant(text[at + 1]) : default;
        foreach (var pair in list)
        {
            if (pair.Second != default && pair.Second != second) continue;
            var end = at + pair.Form.Length;
            if (end > last + 1 || !text.AsSpan(at, pair.Form.Length).Equals(pair.Form, StringComparison.OrdinalIgnoreCase)) continue;
            if (IsWithinWord(text, first, at, pair.Form[0], -1) || IsWithinWord(text, at, end - 1, pair.Form[^1], 1, last)) continue;
            return pair;
        }

        return null;
    }

    /// <summary>In scripts with spaces a term is no part of a longer word.</summary>
    private static bool IsWithinWord(string text, int first, int at, char edge, int step, int last = int.MaxValue)
    {
        var beside = at + step;
        return char.IsAsciiLetterOrDigit(edge) && beside >= first && beside <= last && beside < text.Length && (char.IsAsciiLetterOrDigit(text[beside]) || text[beside] == '-');
    }

    private string Markup(Term term, string word) =>
        $"<dfn class=\"term\"><a href=\"{Root.Mark}{RouteOf(_language)}#{term.Id}\" aria-describedby=\"definition-{term.Id}\">{Html.Escape(word)}</a>"
        + $"<span class=\"definition\" role=\"tooltip\" id=\"definition-{term.Id}\">{Html.Escape(ShownText.Sentence(term.Definition))}</span></dfn>";
}
