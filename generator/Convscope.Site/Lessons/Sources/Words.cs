using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Core.Explain;
using Convscope.Core.Texts;
using Convscope.Site.Configuration;
using Convscope.Site.Templates;

namespace Convscope.Site.Lessons.Sources;

/// <summary>
/// The words of one language that templates, C# and the script write. Built-in ones are in <c>templates/words/</c>; a site's
/// <c>content/en/words.yaml</c> changes or adds single ones. A word that is asked for and isn't there is an error.
/// </summary>
/// <param name="Code">The language.</param>
/// <param name="Shown">The file that a missing word belongs into.</param>
/// <param name="Entries">The words by key.</param>
/// <param name="Names">What the model and the pictures call things, in this language: <c>ladybug: 瓢虫</c>.</param>
/// <param name="Terms">What operators, their settings and modules are called, by their English names: <c>Convolution: 卷积</c>.</param>
public sealed partial record Words(
    string Code, string Shown, ImmutableSortedDictionary<string, Word> Entries, ImmutableSortedDictionary<string, string> Names,
    ImmutableSortedDictionary<string, string> Terms)
{
    private const string ScriptPrefix = "js_";
    private const string PlaygroundPrefix = "hp_";
    private ImmutableSortedDictionary<string, object>? _script, _playground;

    /// <summary>No words at all.</summary>
    public static Words None(string code, string shown) => new(code, shown, Sorted<Word>(), Sorted<string>(), Sorted<string>());

    /// <summary>The language's tag, as pages carry it: <c>zh-Hans</c>.</summary>
    public string Tag => Find("language_tag") ?? Code;

    /// <summary>Whether its lines begin at the right.</summary>
    public bool IsRightToLeft => WritingDirection.IsRightToLeft(Tag);

    /// <summary>A word, with numbers or texts in the places <c>{0}</c>, <c>{1}</c>. The first decides between one and many.</summary>
    /// <exception cref="DiagnosticException">There is none: located in the file where it should stand.</exception>
    public string this[string key, params ReadOnlySpan<object?> values] => Find(key, values)
        ?? throw new DiagnosticException(DiagnosticCodes.MissingWord, Missing(key), new(Shown));

    /// <summary>A word, or null.</summary>
    public string? Find(string key, params ReadOnlySpan<object?> values) =>
        Entries.TryGetValue(key, out var word) ? word.With(values) : null;

    /// <summary>What a missing word's message says.</summary>
    public string Missing(string key) => $"the words of '{Code}' have no '{key}'; add it to {Shown}{Suggestion.For(key, Entries.Keys)}";

    /// <summary>A name of the model's or a picture's, in this language where it is known, just as it was given: for programs, and to
    /// compare.</summary>
    public string Given(string name) => Names.GetValueOrDefault(name, name);

    /// <summary>The same as pages show it.</summary>
    public string Name(string name) => ShownText.Name(Given(name));

    /// <summary>A sentence about the model or a picture, in this language where it is known, as pages show it.</summary>
    public string Sentence(string sentence) => ShownText.Sentence(Given(sentence));

    /// <summary>
    /// What the network's own vocabulary calls something, in this language. Numbers within are kept: <c>units 0 to 3</c> is known as
    /// <c>units # to #</c>. A list is put together of its terms; what isn't known, such as an operator of another domain, stays as it is.
    /// </summary>
    public string Term(string term)
    {
        if (Terms.IsEmpty || term.Length == 0) return term;
        // Within a sentence an operator's name is small.
        if ((Terms.GetValueOrDefault(term) ?? Terms.GetValueOrDefault(char.ToUpperInvariant(term[0]) + term[1..])) is { } known)
            return known;
        var numbers = Numbers().Matches(term);
        if (numbers.Count > 0 && Terms.GetValueOrDefault(Numbers().Replace(term, "#")) is { } pattern)
        {
            var next = 0;
            return Hole().Replace(pattern, _ => numbers[next++].Value);
        }

        foreach (var (between, key) in new[] { ("; ", "list_comma"), (", ", "list_comma"), (" × ", "") })
        {
            if (term.Contains(between, StringComparison.Ordinal))
                return string.Join(key.Length > 0 ? this[key] : between, term.Split(between).Select(Term));
        }

        return term;
    }

    /// <summary>The words that the script asks for, without the prefix <c>js_</c>.</summary>
    public ImmutableSortedDictionary<string, object> Script => _script ??= Part(ScriptPrefix, ScriptPrefix.Length);

    /// <summary>The words that the playground's script asks for; its template shows some of them too.</summary>
    public ImmutableSortedDictionary<string, object> Playground => _playground ??= Part(PlaygroundPrefix, 0);

    /// <summary>These words, and those of a file that go before them.</summary>
    public Words With(string text, string shown, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, shown, diagnostics);
        var (entries, names, terms) = (Entries.ToBuilder(), Names.ToBuilder(), Terms.ToBuilder());
        foreach (var (section, into) in new[] { ("names", names), ("terms", terms) })
        {
            if (map.Map(section) is not { } list) continue;
            foreach (var key in list.Keys) into[key] = list.Text(key, key);
        }

        foreach (var key in map.Keys.Where(key => key is not ("names" or "terms")))
        {
            if (!map.IsMap(key)) entries[key] = new(map.Text(key, ""), null);
            else if (map.Map(key) is { } forms)
            {
                entries[key] = new(forms.Text("other", ""), forms.Text("one", ""));
                forms.RejectOthers();
            }
        }

        var all = this with { Shown = shown, Entries = entries.ToImmutable(), Names = names.ToImmutable(), Terms = terms.ToImmutable(),
            _script = null, _playground = null };
        return all.IsRightToLeft ? all with { Entries = all.Entries.ToImmutableSortedDictionary(entry => entry.Key, entry =>
            entry.Value.Isolated(), StringComparer.Ordinal) } : all;
    }

    /// <summary>The words whose keys begin alike: texts, or pairs of <c>one</c> and <c>other</c>.</summary>
    private ImmutableSortedDictionary<string, object> Part(string prefix, int cut) => Entries
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(entry => entry.Key[cut..], entry =>
            entry.Value.One is null ? entry.Value.Other : (object)entry.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("#")]
    private static partial Regex Hole();

    private static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

/// <summary>One word: its text, and another form for exactly one where a language has it.</summary>
public sealed partial record Word(string Other, string? One)
{
    /// <summary>
    /// The word for a language from right to left: values stand between the marks that isolate them, by which numbers keep their minus
    /// and shapes their order.
    /// </summary>
    public Word Isolated()
    {
        return new(In(Other), One is null ? null : In(One));

        static string In(string text) => Place().Replace(text, place => ShownText.Isolated(place.Value));
    }

    /// <summary>The text with values in its places.</summary>
    public string With(params ReadOnlySpan<object?> values)
    {
        if (values.Length == 0) return Other;
        var text = One is not null && IsOne(values[0]) ? One : Other;
        for (var i = 0; i < values.Length; i++)
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", Text(values[i]), StringComparison.Ordinal);
        return text;
    }

    /// <summary>The text as markup: itself and its values are escaped, but for values that are markup already.</summary>
    public Html WithHtml(params ReadOnlySpan<object?> values)
    {
        var text = Html.Escape(One is not null && IsOne(values[0]) ? One : Other);
        for (var i = 0; i < values.Length; i++)
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", values[i] is Html html
                ? html.Text : Html.Escape(Text(values[i])), StringComparison.Ordinal);
        return new(text);
    }

    [GeneratedRegex(@"(?<!\u2068)\{\d\}")]
    private static partial Regex Place();

    private static bool IsOne(object? value) => value is 1 or 1L or 1.0 or "1";

    private static string Text(object? value) => value switch
    {
        Number number => number.Shown,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
