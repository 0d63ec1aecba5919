namespace Convscope.Core.Texts;

/// <summary>Which way a language is written, by its tag (<see href="https://www.rfc-editor.org/info/bcp47">BCP 47</see>): <c>ar</c>,
/// <c>zh-Hans</c>, <c>az-Arab</c>.</summary>
public static class WritingDirection
{
    /// <summary>Whether its lines begin at the right: by the script that the tag names, or by the one that the language is usually written
    /// in.</summary>
    public static bool IsRightToLeft(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        var script = parts.Skip(1).TakeWhile(part => part.Length > 1)
            .FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));
        return script is null
            ? parts[0] is "ar" or "arc" or "ckb" or "dv" or "fa" or "he" or "iw" or "ks" or "lrc" or "mzn" or "nqo" or "pnb" or "prs" or "ps" or "sd" or "skr" or "syr" or "ug" or "ur" or "yi"
            : script is "adlm" or "arab" or "aran" or "hebr" or "mand" or "nkoo" or "rohg" or "samr" or "syrc" or "thaa";
    }
}
