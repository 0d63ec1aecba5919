namespace Convscope.Site.Loading;

/// <summary>What systems and editors leave beside the files that people edit. It is no part of a site, and its coming and going is no
/// change.</summary>
public static class EditorFiles
{
    private static readonly string[] OfSystems = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>Names begin and end so: backups, what was saved for a crash (Emacs, Vim), locks (Emacs, office programs).</summary>
    private static readonly (string Start, string End)[] OfEditors =
        [("", "~"), ("#", "#"), (".#", ""), (".", ".swp"), (".", ".swo"), (".", ".swx"), ("~$", ""), (".~lock.", "#")];

    /// <summary>Whether a file's name is one of those.</summary>
    public static bool Is(string name) => OfSystems.Contains(name) || Array.Exists(OfEditors, form =>
        name.Length > form.Start.Length + form.End.Length && name.StartsWith(form.Start, StringComparison.Ordinal)
            && name.EndsWith(form.End, StringComparison.Ordinal));
}
