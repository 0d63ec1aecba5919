using System.Collections.Immutable;

namespace Convscope.Core.Texts;

/// <summary>
/// What a page says about the network, as data: the key of a word that every language has, and what stands in its places. Each language
/// puts its own sentence together, in its own order and with its own plurals.
/// </summary>
/// <param name="Key">The word's key in <c>templates/words/</c>; of a name and of a list, one of the constants below.</param>
/// <param name="Values">Numbers, texts that are the same in every language, or phrases. The first decides the word's plural form.</param>
public sealed record Phrase(string Key, params ImmutableArray<object> Values)
{
    /// <summary>The key of <see cref="Name"/>.</summary>
    public const string NameKey = "";

    /// <summary>The key of <see cref="List"/>.</summary>
    public const string ListKey = "list";

    /// <summary>The key of <see cref="Of"/>.</summary>
    public const string AsItIsKey = "as_it_is";

    /// <summary>A name that the model's author gave; a site may have it translated.</summary>
    public static Phrase Name(string name) => new(NameKey, name);

    /// <summary>A number or a text that is the same in every language.</summary>
    public static Phrase Of(object value) => new(AsItIsKey, value);

    /// <summary>Two sizes, rows and columns; one number where they are equal.</summary>
    public static Phrase Pair(int rows, int columns) => rows == columns ? Of(rows) : Sides(rows, columns);

    /// <summary>Rows × columns, however equal they are.</summary>
    public static Phrase Sides(int rows, int columns) => new("sides", rows, columns);

    /// <summary>Phrases one after another.</summary>
    public static Phrase List(IEnumerable<Phrase> items) => new(ListKey, [.. items]);

    /// <summary>A word for each of many things that have a name: <c>operator_max_pool</c> for <c>max-pool</c>.</summary>
    public static Phrase Named(string family, string name) => new($"{family}_{name.Replace('-', '_')}");

    /// <summary>A text that is the same in every language.</summary>
    public static implicit operator Phrase(string text) => Of(text);

    /// <inheritdoc/>
    public bool Equals(Phrase? other) => other is not null && Key == other.Key && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Values.Length);

    /// <summary>For programs and messages: the key, and the values in brackets; of a name and of a value, the text alone.</summary>
    public override string ToString() => Key is NameKey or AsItIsKey ? FormattableString.Invariant($"{Values[0]}")
        : Values.IsEmpty ? Key : $"{Key}({string.Join(", ", Values.Select(value => FormattableString.Invariant($"{value}")))})";
}
