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
    private readonly Dictionary<char, Form[]> _byStart;

    /// <summary>Those whose first letter is ASCII, in either case: asked for each letter of a lesson.</summary>
    private readonly Form[]?[] _byAscii = new Form[128][];

    /// <summary>Those of several words, of which a line may end after any.</summary>
    private readonly string[] _ofWords;

    public TermMarker(LanguageSource language)
    {
        _language = language;
        _byStart = language.Glossary.Terms.SelectMany(term => term.Forms.Prepend(term.Name).Select(form => new Form(form, term)))
            .GroupBy(form => char.ToLowerInvariant(form.Text[0]))
                .ToDictionary(forms => forms.Key, forms => forms.OrderByDescending(form => form.Text.Length).ToArray());
        _ofWords = [.. _byStart.Values.SelectMany(forms => forms).Select(form => form.Text)
            .Where(text => text.Contains(' ', StringComparison.Ordinal))];
        foreach (var (start, forms) in _byStart)
        {
            if (char.IsAscii(start)) _byAscii[start] = _byAscii[char.ToUpperInvariant(start)] = forms;
        }
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
            var literal = inline as LiteralInline;
            if (literal is not null) JoinLines(literal);
            var next = inline.NextSibling;
            if (literal is not null) Mark(literal, used);
            else if (inline is ContainerInline inner and not LinkInline) Mark(inner, used);
            inline = next;
        }
    }

    /// <summary>Makes one line of two where a term begins on one and goes on on the next.</summary>
    private void JoinLines(LiteralInline literal)
    {
        while (literal.NextSibling is LineBreakInline { IsHard: false } end && end.NextSibling is LiteralInline next
            && GoesOn(literal.Content.AsSpan(), next.Content.AsSpan()))
        {
            literal.Content = new StringSlice($"{literal.Content} {next.Content}");
            end.Remove();
            next.Remove();
        }
    }

    private bool GoesOn(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        foreach (var words in _ofWords)
        {
            for (var space = words.IndexOf(' ', StringComparison.Ordinal); space > 0; space = words.IndexOf(' ', space + 1))
            {
                if (line.EndsWith(words.AsSpan(0, space), StringComparison.OrdinalIgnoreCase)
                    && next.StartsWith(words.AsSpan(space + 1), StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    private void Mark(LiteralInline literal, HashSet<string> used)
    {
        var content = literal.Content;
        var text = content.Text;
        var rest = content.Start;
        for (var at = rest; at <= content.End;)
        {
            if (FormsAt(text, content.Start, at) is not { } forms || Match(forms, text, content.Start, at, content.End) is not { } match)
            {
                at++;
                continue;
            }

            if (!used.Add(match.Term.Id))
            {
                // A shorter term within it isn't meant by itself: 层 in 全连接层.
                at += match.Text.Length;
                continue;
            }

            if (at > rest) literal.InsertBefore(new LiteralInline(new StringSlice(text, rest, at - 1)));
            var end = at + match.Text.Length;
            literal.InsertBefore(new DirectiveInline { Name = "term", Text = "", Html = Markup(match.Term, text[at..end]) });
            (rest, at) = (end, end);
        }

        if (rest == content.Start) return;
        if (rest > content.End) literal.Remove();
        else literal.Content = new StringSlice(text, rest, content.End);
    }

    /// <summary>The forms that may begin at a letter; null where none does, or where it is within a word.</summary>
    private Form[]? FormsAt(string text, int first, int at)
    {
        var letter = text[at];
        var forms = letter < _byAscii.Length ? _byAscii[letter] : _byStart.GetValueOrDefault(char.ToLowerInvariant(letter));
        return forms is null || (at > first && char.IsAsciiLetterOrDigit(letter) && char.IsAsciiLetterOrDigit(text[at - 1])) ? null : forms;
    }

    private static Form? Match(Form[] forms, string text, int first, int at, int last)
    {
        foreach (var form in forms)
        {
            var end = at + form.Text.Length;
            if (end > last + 1 || !form.MayContinue(text, at + 1)
                || !text.AsSpan(at, form.Text.Length).Equals(form.Text, StringComparison.OrdinalIgnoreCase)) continue;
            if (IsWithinWord(text, first, at, form.Text[0], -1) || IsWithinWord(text, at, end - 1, form.Text[^1], 1, last)) continue;
            return form;
        }

        return null;
    }

    /// <summary>In scripts with spaces a term is no part of a longer word.</summary>
    private static bool IsWithinWord(string text, int first, int at, char edge, int step, int last = int.MaxValue)
    {
        var beside = at + step;
        return char.IsAsciiLetterOrDigit(edge) && beside >= first && beside <= last && beside < text.Length
            && (char.IsAsciiLetterOrDigit(text[beside]) || text[beside] == '-');
    }

    private string Markup(Term term, string word) =>
        $"<dfn class=\"term\"><a href=\"{Root.Mark}{RouteOf(_language)}#{term.Id}\" aria-describedby=\"definition-{term.Id}\">{Html.Escape(word)}</a>"
        + $"<span class=\"definition\" role=\"tooltip\" id=\"definition-{term.Id}\">{Html.Escape(ShownText.Sentence(term.Definition))}</span></dfn>";

    /// <summary>A form of a term, with its second letter in both cases, which tells most of them apart.</summary>
    private sealed record Form(string Text, Term Term)
    {
        private readonly char _lower = Text.Length > 1 ? char.ToLowerInvariant(Text[1]) : default;
        private readonly char _upper = Text.Length > 1 ? char.ToUpperInvariant(Text[1]) : default;

        public bool MayContinue(string text, int at) =>
            Text.Length == 1 || text[at] == _lower || text[at] == _upper || !char.IsAscii(text[at]);
    }
}
