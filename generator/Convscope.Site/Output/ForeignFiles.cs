namespace Convscope.Site.Output;

/// <summary>
/// What in an output folder no build of ours wrote, by its manifest. A folder that holds nothing of ours is taken whole,
/// with its empty folders: a <c>.git</c> without <c>refs</c> is no repository.
/// </summary>
/// <param name="folder">Full path of the output folder, which need not exist.</param>
/// <param name="ours">Its manifest.</param>
public sealed class ForeignFiles(string folder, Manifest ours)
{
    /// <summary>A foreign file or folder where a new site wants to write; null when there is none.</summary>
    /// <param name="next">The new site.</param>
    /// <param name="isWhole">Whether all our files and folders are known to be there, so that only what is new can meet others.</param>
    public string? ClashWith(Manifest next, bool isWhole) => !Directory.Exists(folder) ? null :
        next.Files.Keys.Where(route => !isWhole || !ours.Files.ContainsKey(route)).Select(InPlaceOfFile)
            .Concat(next.Folders.Where(inner => !isWhole || !ours.Folders.Contains(inner)).Select(InPlaceOfFolder)).FirstOrDefault(clash => clash is not null);

    /// <summary>Moves it all into another folder, where no clash is; of ours nothing stays.</summary>
    /// <param name="target">Full path of the folder.</param>
    /// <param name="isWhole">Whether all our files and folders were just seen to be there, and none to be a link.</param>
    public void MoveTo(string target, bool isWhole = false)
    {
        if (!Directory.Exists(folder)) return;
        new ListedFiles(folder, ours).Delete(isWhole);
        foreach (var entry in Children("")) Move(entry, target);
    }

    private string? InPlaceOfFile(string route) =>
        ours.Files.ContainsKey(route) ? Directory.Exists(PathOf(route)) ? route : null
        : File.Exists(PathOf(route)) || IsLink(route) ? route
        : !Directory.Exists(PathOf(route)) ? null
        : !ours.Folders.Contains(route) ? route
        : Under(route).FirstOrDefault(entry => !ours.Files.ContainsKey(entry));

    private string? InPlaceOfFolder(string inner) =>
        !ours.Files.ContainsKey(inner) && AttributesOf(inner) is { } found && (found.HasFlag(FileAttributes.ReparsePoint) || !found.HasFlag(FileAttributes.Directory)) ? inner : null;

    private void Move(string entry, string target)
    {
        var (from, to) = (PathOf(entry), Path.Combine(target, entry));
        if (File.Exists(to)) return;
        if (!Directory.Exists(from) || IsLink(entry)) File.Move(from, to);
        else if (!Directory.Exists(to)) Directory.Move(from, to);
        else foreach (var inner in Children(entry)) Move(inner, target);
    }

    private bool IsLink(string entry) => AttributesOf(entry) is { } found && found.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Asks the system once, for what a link is and not for what it leads to; null where there is nothing.</summary>
    private FileAttributes? AttributesOf(string entry) => new FileInfo(PathOf(entry)).Attributes is var found && (int)found != -1 ? found : null;

    private string[] Children(string within) => [.. Directory.EnumerateFileSystemEntries(PathOf(within)).Select(Relative)];

    private IEnumerable<string> Under(string entry) =>
        Directory.EnumerateFiles(PathOf(entry), "*", SearchOption.AllDirectories).Select(Relative);

    private string PathOf(string entry) => Path.Combine(folder, entry);

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
