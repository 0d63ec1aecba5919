using System.Text.RegularExpressions;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Tests.Shared;

/// <summary>The English words as those of a language that isn't built in, with every form for counts that it asks for.</summary>
public static partial class OwnWords
{
    /// <summary>The text of a file of words.</summary>
    /// <param name="english">The built-in English words.</param>
    /// <param name="tag">The language.</param>
    /// <param name="of">What a form's text is, from its name and the English text for one and for many; the English ones where it is
    /// null.</param>
    public static string In(string english, string tag, Func<string, string, string, string>? of = null)
    {
        of ??= (form, one, many) => form == "one" ? one : many;
        var forms = PluralRules.Of(tag).Forms.ToArray();
        return Pair().Replace(english.Replace("language_tag: en\n", $"language_tag: {tag}\n", StringComparison.Ordinal), pair =>
        {
            var (key, one, many) = (pair.Groups["key"].Value, pair.Groups["one"].Value, pair.Groups["many"].Value);
            return $"{key}: {{{string.Join(", ", forms.Select(form => $"{form}: {of(form, one, many)}"))}}}";
        });
    }

    [GeneratedRegex(@"^(?<key>\w+): \{one: (?<one>.*), other: (?<many>.*)\}$", RegexOptions.Multiline)]
    private static partial Regex Pair();
}
