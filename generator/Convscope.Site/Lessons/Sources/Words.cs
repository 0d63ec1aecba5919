using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
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
public sealed record Words(
    string Code, string Shown, ImmutableSortedDictionary<string, Word> Entries, ImmutableSortedDictionary<string, string> Names)
{
    private const string ScriptPrefix = "js_";
    private const string PlaygroundPrefix = "hp_";
    private const string LivePrefix = "live_";
    private const string PracticePrefix = "pr_js_";
    private const string NamesSection = "names";
    private const string EnglishFile = "words/en.yaml";
    private const string TagKey = "language_tag";
    private ImmutableSortedDictionary<string, object>? _script, _playground, _live, _practice;

    /// <summary>The built-in English words, in which the command line speaks.</summary>
    public static Words English => field ??= None("en", EnglishFile).With(TemplateSource.BuiltInOnly.Read(EnglishFile), EnglishFile, []);

    /// <summary>No words at all.</summary>
    public static Words None(string code, string shown) => new(code, shown, Sorted<Word>(), Sorted<string>());

    /// <summary>The language's tag, as pages carry it: <c>zh-Hans</c>.</summary>
    public string Tag => Find(TagKey) ?? Code;

    /// <summary>Whether its lines begin at the right.</summary>
    public bool IsRightToLeft => WritingDirection.IsRightToLeft(Tag);

    /// <summary>A word, with numbers or texts in its places <c>{0}</c>, <c>{1}</c>; where it has plural forms, the first is the
    /// count.</summary>
    /// <exception cref="DiagnosticException">There is none: located in the file where it should stand.</exception>
    public string this[string key, params ReadOnlySpan<object?> values] => Asked(key).With(values);

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

    /// <summary>What Core says, in this language, as it stands within a sentence.</summary>
    public string this[Phrase phrase] => Of(phrase, null);

    /// <summary>The same for so many: <c>residual blocks</c>.</summary>
    public string Counted(Phrase phrase, int count) => Of(phrase, count);

    /// <summary>The same as a heading: it begins with a capital, unless it is a name.</summary>
    public string Heading(Phrase phrase) =>
        this[phrase] is { Length: > 0 } text && phrase.Key != Phrase.NameKey ? char.ToUpperInvariant(text[0]) + text[1..] : this[phrase];

    private string Of(Phrase phrase, object? count) => phrase.Key switch
    {
        Phrase.NameKey => Given((string)phrase.Values[0]),
        Phrase.AsItIsKey => Word.Text(phrase.Values[0]),
        Phrase.ListKey => string.Join(this["list_comma"], phrase.Values.Select(item => Of((Phrase)item, count))),
        var key => Asked(key).Counted(
            count ?? phrase.Values.FirstOrDefault(), [.. phrase.Values.Select(value => value is Phrase inner ? Of(inner, count) : value)]),
    };

    private Word Asked(string key) => Entries.TryGetValue(key, out var word) ? word
        : throw new DiagnosticException(DiagnosticCodes.MissingWord, Missing(key), new(Shown));

    /// <summary>The words that the script asks for, without the prefix <c>js_</c>.</summary>
    public ImmutableSortedDictionary<string, object> Script => _script ??= Part(ScriptPrefix, ScriptPrefix.Length);

    /// <summary>The words that the playground's script asks for; its template shows some of them too.</summary>
    public ImmutableSortedDictionary<string, object> Playground => _playground ??= Part(PlaygroundPrefix, 0);

    /// <summary>The words that the script of a reader's own picture asks for.</summary>
    public ImmutableSortedDictionary<string, object> Live => _live ??= Part(LivePrefix, 0);

    /// <summary>The words that the script of the practice page asks for.</summary>
    public ImmutableSortedDictionary<string, object> Practice => _practice ??= Part(PracticePrefix, 0);

    /// <summary>These words, and those of a file that go before them.</summary>
    public Words With(string text, string shown, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, shown, diagnostics);
        var (entries, names) = (Entries.ToBuilder(), Names.ToBuilder());
        if (map.Map(NamesSection) is { } list)
        {
            foreach (var key in list.Keys) names[key] = list.Text(key, key);
        }

        var plurals = PluralRules.Of(map.Text(TagKey, Tag));
        foreach (var key in map.Keys.Where(key => key != NamesSection)) entries[key] = Read(map, key, plurals);
        var all = this with
        {
            Shown = shown,
            Entries = entries.ToImmutable(),
            Names = names.ToImmutable(),
            _script = null,
            _playground = null,
            _live = null,
            _practice = null,
        };
        return all.IsRightToLeft ? all.Isolated() : all;
    }

    private Words Isolated() => this with
    {
        Entries = Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Isolated(), StringComparer.Ordinal),
    };

    /// <summary>One word of a file: a text, or all the forms that the language has.</summary>
    private static Word Read(YamlMap map, string key, PluralRules plurals)
    {
        if (!map.IsMap(key) || map.Map(key) is not { } forms) return new(map.Text(key, ""), null, plurals);
        var (asked, listed) = (plurals.Forms.ToArray(), string.Join(", ", plurals.Forms));
        foreach (var form in asked.Where(form => !forms.Has(form))) map.Report(key, $"lacks the form '{form}'; this language has {listed}");
        foreach (var form in forms.Keys.Where(form => !asked.Contains(form) && !form.StartsWith('=')))
            forms.Report(form, $"isn't a form of this language, which has {listed} (and =1 for exactly 1)");
        var texts = forms.Keys.ToImmutableSortedDictionary(form => form, form => forms.Text(form, ""), StringComparer.Ordinal);
        return new(forms.Text(PluralRules.Other, ""), texts, plurals);
    }

    /// <summary>The words whose keys begin alike: texts, or their forms by name.</summary>
    private ImmutableSortedDictionary<string, object> Part(string prefix, int cut) => Entries
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(
            entry => entry.Key[cut..], entry => (object?)entry.Value.Forms ?? entry.Value.Other, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
