using System.Globalization;
using System.Text;
using ADRaffy.ENSNormalize;

namespace Convscope.Site.Loading;

/// <summary>
/// One name has one form: <c>é</c> is one character, as it is typed, though the file came from a system that writes it as two. The
/// runtime's own
/// <see cref="string.Normalize()"/> changes nothing under InvariantGlobalization, which spares a machine the ICU libraries.
/// </summary>
public static class UnicodeForm
{
    /// <summary>The text in Unicode's composed form, NFC (<see href="https://www.unicode.org/reports/tr15/">UAX 15</see>).</summary>
    public static string Composed(string text) => text.EnumerateRunes().Any(MayCompose) ? ENSNormalize.NF.NFC(text) : text;

    /// <summary>Marks, the parts of Korean syllables, and characters that are there for old encodings' sake alone; loading the tables
    /// takes a while.</summary>
    private static bool MayCompose(Rune rune) => !rune.IsAscii && (rune.Value is (>= 0x1100 and <= 0x11FF) or (>= 0xF900 and <= 0xFAFF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
