using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Texts;
using Convscope.Site.Templates;

namespace Convscope.Site.Lessons.Sources;

/// <summary>One word: its text, and the forms that it has for different counts, where it has any.</summary>
/// <param name="Other">The text, or the form for all other counts.</param>
/// <param name="Forms">
/// All forms, by the names of Unicode's rules: <c>one</c>, <c>few</c>, <c>other</c>; and <c>=1</c> for just this count. Null where the
/// text is the same for every count.
/// </param>
/// <param name="Plurals">The rules of its language.</param>
public sealed record Word(string Other, ImmutableSortedDictionary<string, string>? Forms, PluralRules Plurals)
{
    private const int MostPlaces = 10;

    /// <summary>
    /// The word for a language from right to left: values stand between the marks that isolate them, by which numbers keep their minus
    /// and shapes their order.
    /// </summary>
    public Word Isolated() => this with
    {
        Other = In(Other),
        Forms = Forms?.ToImmutableSortedDictionary(form => form.Key, form => In(form.Value), StringComparer.Ordinal),
    };

    /// <summary>The text with values in its places; the first value is the count.</summary>
    public string With(params ReadOnlySpan<object?> values) => values.IsEmpty ? Other : Counted(values[0], values);

    /// <summary>The text for a count, with values in its places.</summary>
    public string Counted(object? count, params ReadOnlySpan<object?> values)
    {
        var text = Of(count);
        for (var i = 0; i < values.Length; i++) text = text.Replace(Place(i), Text(values[i]), StringComparison.Ordinal);
        return text;
    }

    /// <summary>The text as markup: itself and its values are escaped, but for values that are markup already.</summary>
    public Html WithHtml(params ReadOnlySpan<object?> values)
    {
        var text = Html.Escape(values.IsEmpty ? Other : Of(values[0]));
        for (var i = 0; i < values.Length; i++)
            text = text.Replace(Place(i), values[i] is Html html ? html.Text : Html.Escape(Text(values[i])), StringComparison.Ordinal);
        return new(text);
    }

    private string Of(object? count)
    {
        if (Forms is null) return Other;
        var shown = Text(count);
        return Forms.GetValueOrDefault("=" + shown) ?? Forms.GetValueOrDefault(Plurals.FormOf(shown)) ?? Other;
    }

    /// <summary>Each place isolated once, also where it was already.</summary>
    private static string In(string text)
    {
        for (var i = 0; i < MostPlaces; i++)
        {
            var (place, isolated) = (Place(i), ShownText.Isolated(Place(i)));
            text = text.Replace(isolated, place, StringComparison.Ordinal).Replace(place, isolated, StringComparison.Ordinal);
        }

        return text;
    }

    private static string Place(int i) => string.Create(CultureInfo.InvariantCulture, $"{{{i}}}");

    /// <summary>A value as texts show it.</summary>
    internal static string Text(object? value) => value switch
    {
        Number number => number.Shown,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
