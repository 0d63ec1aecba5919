using System.Text;

namespace Convscope.Core.Planning;

/// <summary>Turns any name into a part of a URL.</summary>
public static class Slug
{
    /// <summary>Lower-case ASCII letters, digits, <c>-</c> and <c>_</c>; runs of anything else become one hyphen; never empty.</summary>
    public static string Of(string name, string otherwise = "item")
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in WellFormed(name).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '_') slug.Append(char.ToLowerInvariant(c));
            else if (c is >= '\u0300' and <= '\u036f') continue;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var text = slug.ToString().Trim('-');
        if (text.Length > 60) text = text[..60].Trim('-');
        return text.Length == 0 ? otherwise : text;
    }

    /// <summary>Half of a surrogate pair is no character, and can't be normalised.</summary>
    private static string WellFormed(string name) => string.Concat(name.EnumerateRunes());

    /// <summary>A slug that isn't taken: with <c>-2</c>, <c>-3</c> where need be; adds it to what is taken.</summary>
    public static string Unique(string name, ISet<string> taken, string otherwise = "item")
    {
        var slug = Of(name, otherwise);
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{slug}-{i}";
        return unique;
    }
}
