using System.Collections.Concurrent;

namespace Convscope.Site.Output;

/// <summary>
/// The folder of a new site. Where it was an older site's, what is the same stays; and what stands in the site as it is now gets a second
/// name instead of being written again: a rebuild makes no more files than have changed. No build ever writes into a file that is
/// there.
/// </summary>
internal sealed class StagingFolder
{
    private readonly string _output;
    private readonly Manifest _before;
    private readonly Manifest _now;
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);
    private readonly Lock _room = new();

    /// <summary>Makes the folder, where it isn't there.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="before">What is in it.</param>
    /// <param name="output">Full path of the output folder.</param>
    /// <param name="now">What stands there.</param>
    public StagingFolder(string path, Manifest before, string output, Manifest now)
    {
        (Path, _before, _output, _now) = (path, before, output, now);
        Directory.CreateDirectory(path);
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Puts a file there.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Write(string route, ReadOnlySpan<byte> content)
    {
        var path = PathOf(route);
        if (_before.Files.ContainsKey(route) && FileContent.Is(path, content)) return;
        MakeRoom(route);
        if (_now.Files.TryGetValue(route, out var length) && length == content.Length && FileContent.Is(Now(route), content)
            && FileLink.Try(Now(route), path)) return;
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
    }

    /// <summary>Copies a file of the user's there.</summary>
    /// <exception cref="IOException">It can't be read or written.</exception>
    public void Copy(string route, string from)
    {
        var path = PathOf(route);
        if (_before.Files.ContainsKey(route) && FileContent.Same(path, from)) return;
        MakeRoom(route);
        if (_now.Files.ContainsKey(route) && FileContent.Same(Now(route), from) && FileLink.Try(Now(route), path)) return;
        using var source = File.OpenRead(from);
        using var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(copy);
    }

    /// <summary>Takes a file over from the site as it is now.</summary>
    /// <exception cref="IOException">It can't be read or written.</exception>
    public void Take(string route)
    {
        var (path, from) = (PathOf(route), Now(route));
        if (_before.Files.ContainsKey(route) && FileFacts.Of(path) is { } one && FileFacts.Of(from) is { } other
            && (one.Device, one.Inode) == (other.Device, other.Inode)) return;
        MakeRoom(route);
        if (!FileLink.Try(from, path)) File.Copy(from, path);
    }

    /// <summary>Takes away what the older site had and the new one hasn't, and writes the manifest.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Finish(Manifest manifest)
    {
        var gone = _before.Files.Where(file => !manifest.Files.ContainsKey(file.Key) && !manifest.Folders.Contains(file.Key))
            .ToDictionary(StringComparer.Ordinal);
        if (gone.Count > 0) new ListedFiles(Path, new("", gone)).DeleteFiles(isWhole: true);
        var path = PathOf(Manifest.FileName);
        File.Delete(path);
        File.WriteAllText(path, manifest.ToJson());
    }

    /// <summary>The full path of one of its files.</summary>
    public string PathOf(string route) => System.IO.Path.Combine(Path, route);

    private static bool IsPage(string route) => route.EndsWith("/index.html", StringComparison.Ordinal);

    private string Now(string route) => System.IO.Path.Combine(_output, route);

    /// <summary>Takes away what stands where a file is to be, and makes the folder that it lies in.</summary>
    private void MakeRoom(string route)
    {
        if (_before.Files.ContainsKey(route)) File.Delete(PathOf(route));
        else if (_before.Folders.Contains(route) || Manifest.FoldersOf(route).Any(_before.Files.ContainsKey)) TakeAway(route);
        var slash = route.LastIndexOf('/');
        var folder = slash < 0 ? "" : route[..slash];
        if (folder.Length == 0 || _before.Folders.Contains(folder) || _folders.ContainsKey(folder)) return;
        if (IsPage(route))
        {
            // Each in a folder of its own: thousands that needn't be remembered.
            NewFolder.Make(PathOf(folder));
        }
        else
        {
            // Marked only once it is there: another thread may be waiting to write into it.
            Directory.CreateDirectory(PathOf(folder));
            _folders[folder] = true;
        }
    }

    /// <summary>A folder of the older site where the new one has a file, or the other way round.</summary>
    private void TakeAway(string route)
    {
        lock (_room)
        {
            foreach (var folder in Manifest.FoldersOf(route).Where(_before.Files.ContainsKey))
            {
                if (File.Exists(PathOf(folder))) File.Delete(PathOf(folder));
            }

            if (_before.Folders.Contains(route) && Directory.Exists(PathOf(route))) Directory.Delete(PathOf(route), recursive: true);
        }
    }
}
