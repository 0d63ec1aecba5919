namespace Convscope.Site.Output;

/// <summary>
/// What in an output folder no build of ours wrote, by its manifest. A folder that holds nothing of ours is taken whole,
/// with its empty folders: a <c>.git</c> without <c>refs</c> is no repository.
/// </summary>
/// <param name="folder">Full path of the output folder, which need not exist.</param>
public sealed class ForeignFiles(string folder)
{
    private readonly Manifest _ours = Manifest.Of(folder);

    /// <summary>A foreign file that a new site would overwrite, or a folder in the way of a file; null when there is none.</summary>
    public string? ClashWith(Manifest next) =>
        Entries("").SelectMany(entry => IsFolder(entry) ? Under(entry).Prepend(entry) : [entry])
            .FirstOrDefault(entry => next.Files.ContainsKey(entry) || (next.Folders.Contains(entry) && !IsFolder(entry)));

    /// <summary>Moves it all into another folder; what already exists there stays.</summary>
    public void MoveTo(string target)
    {
        foreach (var entry in Entries("")) Move(entry, target);
    }

    private void Move(string entry, string target)
    {
        var (from, to) = (Path.Combine(folder, entry), Path.Combine(target, entry));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (File.Exists(to)) return;
        if (!IsFolder(entry)) File.Move(from, to);
        else if (!Directory.Exists(to)) Directory.Move(from, to);
        else foreach (var inner in Children(entry)) Move(inner, target);
    }

    /// <summary>Foreign files, and foreign folders as one entry each.</summary>
    private IEnumerable<string> Entries(string within)
    {
        foreach (var entry in Children(within))
        {
            if (!IsFolder(entry))
            {
                if (entry != Manifest.FileName && !_ours.Files.ContainsKey(entry)) yield return entry;
            }
            else if (!_ours.Folders.Contains(entry))
            {
                yield return entry;
            }
            else
            {
                foreach (var inner in Entries(entry)) yield return inner;
            }
        }
    }

    private bool IsFolder(string entry) => Directory.Exists(Path.Combine(folder, entry)) && new DirectoryInfo(Path.Combine(folder, entry)).LinkTarget is null;

    private string[] Children(string within) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFileSystemEntries(Path.Combine(folder, within)).Select(Relative).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Under(string entry) =>
        Directory.EnumerateFiles(Path.Combine(folder, entry), "*", SearchOption.AllDirectories).Select(Relative);

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
