using Convscope.Core.Diagnostics;

namespace Convscope.Site.Loading;

/// <summary>A file or folder: its full path, and its name in messages.</summary>
public sealed record SourcePath(string Full, string Shown)
{
    /// <summary>Where the configuration names it; null where the command line does, or nobody.</summary>
    public SourceSpan? NamedAt { get; init; }

    /// <summary>Where a message points that says there is nothing.</summary>
    public SourceSpan Span => NamedAt ?? new(Shown);

    /// <summary>What has a name in this folder.</summary>
    public SourcePath Inner(string name) => new(Path.Combine(Full, name), $"{Shown}/{name}");
}

/// <summary>
/// Resolves paths: those of the configuration are relative to the site's root, those of the command line to the working
/// folder, as a shell's user expects.
/// </summary>
public sealed class SourcePaths(string root)
{
    /// <summary>Full path of the site's root.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>A path of the configuration.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="namedAt">Where it is written; null where nobody wrote it.</param>
    public SourcePath InRoot(string path, SourceSpan? namedAt = null) =>
        new(Path.GetFullPath(Path.Combine(Root, path)), root == "." || Path.IsPathRooted(path)
            ? path : Path.Combine(root, path).Replace('\\', '/'))
        { NamedAt = namedAt };

    /// <summary>How a user would name a path within the root.</summary>
    public string Shown(string full) => InRoot(Path.GetRelativePath(Root, full)).Shown;

    /// <summary>The command line's path if it has one, else the configuration's.</summary>
    public SourcePath Choose(string? option, string configured, SourceSpan? namedAt = null) =>
        option is null ? InRoot(configured, namedAt) : new(Path.GetFullPath(option), option);
}
