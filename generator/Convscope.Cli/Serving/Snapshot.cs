using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Cli.Serving;

/// <summary>
/// When the files that a build reads were last written. Asking again and again costs little and misses nothing, while the systems' own
/// notices of changes come late, twice or not at all, and end with a folder that is deleted and comes back.
/// </summary>
public sealed class Snapshot : IEquatable<Snapshot>
{
    private readonly SortedDictionary<string, (long Length, DateTime Written)> _files = new(StringComparer.Ordinal);

    /// <summary>Looks at files and folders, with all that is in them; what isn't there is nothing.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="except">Full path, links followed, of a folder that doesn't count: the output.</param>
    /// <param name="whole">Full path of the folder in which hidden files count too.</param>
    public static Snapshot Of(IEnumerable<string> paths, string except, string whole)
    {
        var snapshot = new Snapshot();
        foreach (var path in paths) snapshot.Add(path, except, whole, isWhole: path == whole);
        return snapshot;
    }

    /// <summary>The first file that is other than it was, or null.</summary>
    public string? FirstChange(Snapshot before) =>
        _files.Keys.Union(before._files.Keys).FirstOrDefault(path =>
            !_files.TryGetValue(path, out var now) || !before._files.TryGetValue(path, out var then) || now != then);

    /// <inheritdoc/>
    public bool Equals(Snapshot? other) => other is not null && _files.SequenceEqual(other._files);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Snapshot);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.Count;

    /// <summary>Whether a path leads to a folder, perhaps through a link.</summary>
    private static bool Is(string path, string folder) =>
        (Path.GetFileName(path) == Path.GetFileName(folder) || new DirectoryInfo(path).LinkTarget is not null)
            && new Location(path).Path == folder;

    private void Add(string path, string except, string whole, bool isWhole)
    {
        var name = Path.GetFileName(path);
        if (EditorFiles.Is(name) || (name.StartsWith('.') && !isWhole)) return;
        try
        {
            var file = new FileInfo(path);
            if (file.Exists)
            {
                _files[path] = (file.Length, file.LastWriteTimeUtc);
            }
            else if (Directory.Exists(path) && !Is(path, except))
            {
                foreach (var entry in Directory.EnumerateFileSystemEntries(path)) Add(entry, except, whole, isWhole || entry == whole);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It went away while it was looked at: the next look sees it gone.
        }
    }
}
