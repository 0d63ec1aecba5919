using System.Collections.Immutable;
using System.Globalization;

namespace Convscope.Site.Lessons.Sources;

/// <summary>
/// Which forms a language's words have for different counts, and which one a count takes: <c>one</c> and <c>other</c> in English,
/// <c>one</c>, <c>few</c>, <c>many</c> and <c>other</c> in Russian. The rules are data, <c>plurals.txt</c>; a browser's
/// <c>Intl.PluralRules</c> has the same.
/// </summary>
public sealed class PluralRules
{
    /// <summary>The form that every language has.</summary>
    public const string Other = "other";

    private readonly ImmutableArray<(string Form, string Condition)> _rules;

    private PluralRules(ImmutableArray<(string Form, string Condition)> rules) => _rules = rules;

    /// <summary>The forms of a language, <c>other</c> last.</summary>
    public IEnumerable<string> Forms => [.. _rules.Select(rule => rule.Form), Other];

    /// <summary>The rules of a language, by its tag (<c>pt-PT</c>) or by the first part of it.</summary>
    public static PluralRules Of(string tag) => new(Find(tag) ?? Find(tag.Split('-')[0]) ?? []);

    /// <summary>The tags of all languages that have rules.</summary>
    public static IEnumerable<string> Languages => Lines().SelectMany(line => line.Languages);

    /// <summary>The form for a count, from 0 up.</summary>
    public string FormOf(long count) => _rules.FirstOrDefault(rule => Holds(rule.Condition, count)).Form ?? Other;

    /// <summary>The form for a count as it is shown, <c>1,024</c>; <c>other</c> for what isn't a whole number.</summary>
    public string FormOf(string shown) =>
        long.TryParse(shown, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? FormOf(count) : Other;

    private static ImmutableArray<(string, string)>? Find(string tag) =>
        Lines().Where(line => line.Languages.Contains(tag)).Select(line => (ImmutableArray<(string, string)>?)line.Rules).FirstOrDefault();

    private static IEnumerable<(string[] Languages, ImmutableArray<(string, string)> Rules)> Lines()
    {
        using var reader = new StreamReader(typeof(PluralRules).Assembly.GetManifestResourceStream("plurals.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var (languages, rules) = Pair(line, ": ");
            yield return (languages.Split(' '), [.. rules.Split("; ").Select(rule => Pair(rule, " "))]);
        }
    }

    /// <summary><c>n % 10 = 2..4 and n % 100 != 12..14 or n = 0</c>: "and" binds closer.</summary>
    private static bool Holds(string condition, long n) =>
        condition.Split(" or ").Any(one => one.Split(" and ").All(relation => IsTrue(relation, n)));

    private static bool IsTrue(string relation, long n)
    {
        var isNot = relation.Contains("!=", StringComparison.Ordinal);
        var (left, ranges) = Pair(relation, isNot ? " != " : " = ");
        if (left.Length > 1) n %= Whole(left["n % ".Length..]);
        return ranges.Split(',').Any(range => Pair(range, "..") is var (from, to) && n >= Whole(from) && n <= Whole(to)) != isNot;
    }

    /// <summary>What stands before and after; the same twice where nothing stands between.</summary>
    private static (string, string) Pair(string text, string between) =>
        text.IndexOf(between, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + between.Length)..]) : (text, text);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
