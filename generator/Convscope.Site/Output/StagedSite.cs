using System.Collections.Concurrent;
using System.Security.Cryptography;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// A site being written beside its final place. Until <see cref="Land"/> nothing of the old site is touched; a staging
/// folder that is never landed is removed.
/// </summary>
public sealed class StagedSite : IDisposable
{
    private readonly OutputFolder _output;
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, long> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);
    private bool _isOver;

    internal StagedSite(OutputFolder output, string folder)
    {
        (_output, _folder) = (output, folder);
        Guard(() => Directory.CreateDirectory(folder));
    }

    /// <summary>Every file so far, with its length in bytes.</summary>
    public IReadOnlyDictionary<string, long> Files => _files;

    /// <summary>A short hash of content, for names that change with it.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 5));

    /// <summary>Writes one file; a second of the same route must have the same content and is skipped.</summary>
    /// <exception cref="DiagnosticException">The disk is full or the file can't be written.</exception>
    public void Add(string route, ReadOnlySpan<byte> content)
    {
        if (_files.TryAdd(route, content.Length)) Write(route, content);
    }

    /// <summary>Copies one file of the user's, however large, unless there is one of the same route.</summary>
    /// <exception cref="DiagnosticException">The disk is full or the file can't be written.</exception>
    public void Copy(string route, string from)
    {
        if (!_files.TryAdd(route, new FileInfo(from).Length)) return;
        Guard(() =>
        {
            using var source = File.OpenRead(from);
            using var copy = new FileStream(PathFor(route), FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(copy);
        });
    }

    /// <summary>
    /// Takes over files that the last build wrote, where this one hasn't written them anew. They are linked, not copied, where the
    /// file system can: no build ever writes into a file that is there. Meanwhile others may be added: those with the same route have
    /// the same content.
    /// </summary>
    /// <param name="isKept">Which, by route.</param>
    public void Keep(Func<string, bool> isKept)
    {
        foreach (var (route, length) in _output.Last.Files)
        {
            if (!isKept(route) || !_files.TryAdd(route, length)) continue;
            var from = _output.PathOf(route);
            if (!Guard(() => FileLink.Try(from, PathFor(route)))) Guard(() => Write(route, File.ReadAllBytes(from)));
        }
    }

    /// <summary>The content of a file that was added.</summary>
    public byte[] Read(string route) => File.ReadAllBytes(Path.Combine(_folder, route));

    /// <summary>Puts the new site in the old one's place.</summary>
    /// <param name="fingerprint">What the site was made from, for the next build to compare.</param>
    /// <param name="picturePages">What its pages of pictures were made from.</param>
    /// <param name="note">What the next build may know of this one, noted once the site has landed.</param>
    /// <param name="isSoon">Whether the build began less than a few seconds ago.</param>
    /// <exception cref="DiagnosticException">A file of the user's is in the way, or writing failed; the old site stands.</exception>
    internal void Land(string fingerprint, string picturePages, Func<byte[]> note, bool isSoon = false)
    {
        var routes = _files.Keys.ToArray();
        Array.Sort(routes, StringComparer.Ordinal);
        var files = new Dictionary<string, long>(routes.Length, StringComparer.Ordinal);
        foreach (var route in routes) files.Add(route, _files[route]);
        var manifest = new Manifest(fingerprint, files, picturePages);
        Guard(() => File.WriteAllText(Path.Combine(_folder, Manifest.FileName), manifest.ToJson()));
        Guard(() => _output.Replace(_folder, manifest, () => _output.Notes.Write(note()), isSoon));
        _isOver = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isOver) OutputFolder.TryDelete(_folder);
        _isOver = true;
    }

    private void Write(string route, ReadOnlySpan<byte> content)
    {
        try
        {
            // Never into a file that is there: it may be the old site's under a second name.
            using var file = File.OpenHandle(PathFor(route), FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(file, content, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _output.Failed(e);
        }
    }

    /// <summary>The full path of a file to be written, whose folder is made.</summary>
    private string PathFor(string route)
    {
        var path = Path.Combine(_folder, route);
        var folder = Path.GetDirectoryName(path)!;
        if (IsPage(path))
        {
            // Each in a folder of its own: thousands that needn't be remembered.
            NewFolder.Make(folder);
        }
        else if (!_folders.ContainsKey(folder))
        {
            // Marked only once it is there: another thread may be waiting to write into it.
            Directory.CreateDirectory(folder);
            _folders[folder] = true;
        }

        return path;
    }

    private static bool IsPage(string path) => path.EndsWith("/index.html", StringComparison.Ordinal);

    private void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _output.Failed(e);
        }
    }
}
