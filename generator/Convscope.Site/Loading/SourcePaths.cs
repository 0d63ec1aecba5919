namespace Convscope.Site.Loading;

/// <summary>A file or folder: its full path, and its name in messages.</summary>
public sealed record SourcePath(string Full, string Shown);

/// <summary>
/// Resolves paths: those of the configuration are relative to the site's root, those of the command line to the working
/// folder, as a shell's user expects.
/// </summary>
public sealed class SourcePaths(string root)
{
    /// <summary>Full path of the site's root.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>A path of the configuration.</summary>
    public SourcePath InRoot(string path) =>
        new(Path.GetFullPath(Path.Combine(Root, path)), root == "." || Path.IsPathRooted(path) ? path : Path.Combine(root, path).Replace('\\', '/'));

    /// <summary>The command line's path if it has one, else the configuration's.</summary>
    public SourcePath Choose(string? option, string configured) =>
        option is null ? InRoot(configured) : new(Path.GetFullPath(option), option);
}
