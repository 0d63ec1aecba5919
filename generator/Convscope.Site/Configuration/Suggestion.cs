namespace Convscope.Site.Configuration;

/// <summary>Finds what a mistyped name was meant to be.</summary>
public static class Suggestion
{
    private const int LongestName = 200;

    /// <summary><c>; did you mean 'x'?</c> for the nearest of the known names, or the list of them when few, or nothing.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        var nearest = Nearest(name, known);
        return nearest.Length > 0 || !known.Any()
            ? nearest : "; known: " + string.Join(", ", known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20));
    }

    /// <summary><c>; did you mean 'x'?</c> for the nearest of the known names, or nothing where none is near.</summary>
    public static string Nearest(string name, IEnumerable<string> known)
    {
        // Where lengths differ by more, so does the rest; and a name may be endless.
        var most = Math.Max(2, name.Length / 3);
        var nearest = known.Where(candidate => name.Length <= LongestName && Math.Abs(candidate.Length - name.Length) <= most)
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.candidate is not null && nearest.distance <= most ? $"; did you mean '{nearest.candidate}'?" : "";
    }

    /// <summary>Levenshtein's edit distance.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
