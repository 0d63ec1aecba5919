using System.Collections.Frozen;

namespace Convscope.Core.Planning;

/// <summary>
/// What a Latin letter with an accent, or two grown together, is without: as people write it in an address. The letters with accents are
/// those that <see href="https://www.unicode.org/reports/tr15/">Unicode</see> decomposes into one of a to z and marks; the others are
/// listed by hand.
/// </summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Bare = new (string Bare, string Letters)[]
    {
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ďḋḍḏḑḓ"), ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
            ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"), ("h", "ĥȟḣḥḧḩḫẖ"), ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľḷḹḻḽ"), ("m", "ḿṁṃ"),
            ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩ"), ("t", "ţťțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"),
        ("ae", "æǽǣ"), ("oe", "œ"), ("ss", "ß"), ("o", "øǿ"), ("d", "đð"), ("h", "ħ"), ("i", "ıİ"), ("l", "ł"), ("t", "ŧ"), ("th", "þ"),
            ("ij", "ĳ"), ("ng", "ŋ"), ("k", "ĸ"),
    }.SelectMany(row => row.Letters.Select(letter => (letter, row.Bare))).ToFrozenDictionary(pair => pair.letter, pair => pair.Bare);

    /// <summary>The letter without its accent; null where it isn't such a letter.</summary>
    /// <param name="letter">A small letter.</param>
    public static string? Fold(char letter) => letter < '\u00DF' ? null : Bare.GetValueOrDefault(letter);
}
