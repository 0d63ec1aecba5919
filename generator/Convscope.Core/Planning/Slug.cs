using System.Globalization;
using System.Text;

namespace Convscope.Core.Planning;

/// <summary>Turns any name into a part of a URL.</summary>
public static class Slug
{
    /// <summary>UTF-16 units; of Chinese letters three bytes each, which file systems still take.</summary>
    private const int Longest = 60;

    /// <summary>
    /// Small letters of any script, Latin ones without their accents; digits, <c>-</c> and <c>_</c>. Runs of anything else become one
    /// hyphen; never empty. The name is taken to be composed, as Unicode calls it: of others than Latin letters, both forms don't give the
    /// same.
    /// </summary>
    public static string Of(string name, string otherwise = "item") => Of(name, otherwise, foldsAccents: true);

    /// <summary>The same for a folder, which can't have every name everywhere: <c>con</c> becomes <c>con-picture</c>.</summary>
    public static string Folder(string name, string otherwise = "item")
    {
        var slug = Of(name, otherwise);
        return WindowsNames.IsDevice(slug) ? $"{slug}-{(otherwise.Length > 0 ? otherwise : "page")}" : slug;
    }

    /// <summary>The anchor of a heading, from its words: as <see cref="Of(string, string)"/>, but accents stay, since no file system has
    /// to take it.</summary>
    public static string Anchor(string words, string otherwise = "section") => Of(words, otherwise, foldsAccents: false);

    /// <summary>A slug that isn't taken: with <c>-2</c>, <c>-3</c> where need be; adds it to what is taken.</summary>
    public static string Unique(string name, ISet<string> taken, string otherwise = "item") => Free(Folder(name, otherwise), taken);

    /// <summary>A slug, or where that is taken the slug with a number; adds it to what is taken.</summary>
    public static string Free(string slug, ISet<string> taken)
    {
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{slug}-{i}";
        return unique;
    }

    private static string Of(string name, string otherwise, bool foldsAccents)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) Append(slug, Rune.ToLowerInvariant(rune), foldsAccents);
        var text = Cut(slug.ToString().Trim('-'));
        return text.Length == 0 ? otherwise : text;
    }

    private static void Append(StringBuilder slug, Rune rune, bool foldsAccents)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_')) slug.Append((char)rune.Value);
        else if (foldsAccents && rune.IsBmp && LatinLetters.Fold((char)rune.Value) is { } bare) slug.Append(bare);
        else if (Rune.IsLetterOrDigit(rune)) slug.Append(rune);
        else if (IsMark(rune))
        {
            // An accent goes with what it stands on; a vowel sign of Hindi or Thai is a letter of its word.
            if (slug.Length > 0 && slug[^1] != '-' && !(foldsAccents && char.IsAscii(slug[^1]))) slug.Append(rune);
        }
        else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = char.IsHighSurrogate(slug[Longest - 1]) ? Longest - 1 : Longest;
        return slug[..end].Trim('-');
    }
}
