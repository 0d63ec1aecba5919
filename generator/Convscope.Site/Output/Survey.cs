using System.Collections.Concurrent;
using System.IO.Enumeration;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// A look at what stands in an output folder: whether all that our last build wrote is there, what isn't ours, and what can't be moved.
/// A folder that holds nothing of ours is foreign as a whole, with its empty folders: a <c>.git</c> without <c>refs</c> is no repository.
/// </summary>
internal sealed class Survey
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private readonly OutputPlace _place;
    private readonly Manifest _ours;
    private readonly bool _moves;
    private readonly ConcurrentBag<string> _foreign = [];
    private readonly ConcurrentBag<Obstacle> _obstacles = [];
    private int _found;

    /// <summary>Looks.</summary>
    /// <param name="place">The folder, which need not exist.</param>
    /// <param name="ours">Its manifest.</param>
    /// <param name="moves">Whether what isn't ours will have to move; else it may be what it will.</param>
    public Survey(OutputPlace place, Manifest ours, bool moves = true)
    {
        (_place, _ours, _moves) = (place, ours, moves && !place.IsMountPoint);
        ConcurrentBag<string> level = Directory.Exists(place.Folder) ? [""] : [];
        while (!level.IsEmpty)
        {
            var below = new ConcurrentBag<string>();
            Parallel.ForEach(level, folder => Look(folder, below));
            level = below;
        }
    }

    /// <summary>Whether every file of ours is there with its length, and none of it is a link or behind one.</summary>
    public bool IsWhole => _ours.Files.Count > 0 && _found == _ours.Files.Count;

    /// <summary>What can't be moved or taken away.</summary>
    public IReadOnlyCollection<Obstacle> Obstacles => _obstacles;

    /// <summary>What isn't ours and has to move into a new site, whole.</summary>
    /// <param name="next">The new site. Where it has a folder of the same name as a foreign one, what is in that moves, one by one.</param>
    /// <exception cref="DiagnosticException">Something of it is where the new site has a file, or can't be moved.</exception>
    public IReadOnlyList<string> Foreign(Manifest next, string shown)
    {
        var (moving, obstacles) = (new List<string>(), new List<Obstacle>());
        foreach (var entry in _foreign.Order(StringComparer.Ordinal)) Add(entry);
        if (obstacles.Count > 0) throw new DiagnosticException([.. Obstacle.Tell(obstacles, shown, OutputFolder.Untouched)]);
        return moving;

        void Add(string entry)
        {
            var isFolder = IsFolder(entry);
            if (next.Files.ContainsKey(entry) || Manifest.FoldersOf(entry).Any(next.Files.ContainsKey)
                || (next.Folders.Contains(entry) && !isFolder))
            {
                throw new DiagnosticException(
                    DiagnosticCodes.UnsafeOutput,
                        $"'{entry}' in the output folder was not written by Convscope and would be overwritten; move it away, or choose another --output", new($"{shown}/{entry}"));
            }

            if (next.Folders.Contains(entry)) Open(entry);
            else if (Why(entry) is { } why) obstacles.Add(new(entry, why));
            else moving.Add(entry);
        }

        void Open(string folder)
        {
            if (!Rights.MayChange(PathOf(folder)))
            {
                obstacles.Add(new(folder, Obstacle.Closed(PathOf(folder), FileFacts.Of(PathOf(folder)))));
                return;
            }

            foreach (var inner in Children(folder)) Add(inner);
        }
    }

    private void Look(string folder, ConcurrentBag<string> below)
    {
        var path = PathOf(folder);
        var isEmpty = true;
        try
        {
            foreach (var (name, mayBeFolder) in Entries(path))
            {
                if (folder.Length == 0 && (_place.IsOwn(name) || name == Manifest.FileName)) continue;
                isEmpty = false;
                var entry = folder.Length == 0 ? name : $"{folder}/{name}";
                if (mayBeFolder && _ours.Folders.Contains(entry) && IsFolder(entry)) below.Add(entry);
                else if (_ours.Files.TryGetValue(entry, out var length) && IsOurs(entry, length)) Interlocked.Increment(ref _found);
                else if (!_ours.Files.ContainsKey(entry) || !IsPlain(entry)) AddForeign(entry);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Nobody lets us look, or it has gone meanwhile.
            isEmpty = e is not UnauthorizedAccessException;
        }

        var facts = FileFacts.Of(path);
        if (!isEmpty && !Rights.MayChange(path)) _obstacles.Add(new(folder, Obstacle.Closed(path, facts)));
        else if (folder.Length > 0 && facts is { IsMountPoint: true })
            _obstacles.Add(new(folder, Obstacle.Of(path, facts, isMoved: false)!));
        else if (folder.Length == 0 && !_place.IsMountPoint && facts is not null
            && FileFacts.Of(Path.GetDirectoryName(path)!) is { } around
            && !Rights.MayTake(facts, around)) _obstacles.Add(new("", Obstacle.Closed(path, facts)));
    }

    private void AddForeign(string entry)
    {
        _foreign.Add(entry);

        if (Why(entry) is { } why) _obstacles.Add(new(entry, why));
    }

    private string? Why(string entry) => !_moves ? null : Obstacle.Of(PathOf(entry), FileFacts.Of(PathOf(entry)), isMoved: true);

    /// <summary>Whether a file is there as it was written; also finds that it can't be taken away.</summary>
    private bool IsOurs(string entry, long length)
    {
        if (FileFacts.Of(PathOf(entry)) is not { } facts)
            return new FileInfo(PathOf(entry)) is var info && Manifest.IsFile(info) && info.Length == length;
        if (Obstacle.Of(PathOf(entry), facts, isMoved: false) is { } why) _obstacles.Add(new(entry, why));
        return facts.IsFile && facts.Length == length;
    }

    private bool IsPlain(string entry) => FileFacts.Of(PathOf(entry)) is { } facts ? facts.IsFile : Manifest.IsFile(new(PathOf(entry)));

    private bool IsFolder(string entry) => FileFacts.Of(PathOf(entry)) is { } facts ? facts.IsFolder
        : Directory.Exists(PathOf(entry)) && new DirectoryInfo(PathOf(entry)).LinkTarget is null;

    private IEnumerable<string> Children(string entry) =>
        Entries(PathOf(entry)).Select(child => $"{entry}/{child.Name}").Order(StringComparer.Ordinal);

    private static FileSystemEnumerable<(string Name, bool MayBeFolder)> Entries(string path) =>
        new(path, (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory), All);

    private string PathOf(string entry) => Path.Combine(_place.Folder, entry);
}
