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
    private readonly StagingFolder _folder;
    private readonly Manifest? _spare;
    private readonly ConcurrentDictionary<string, long> _files = new(StringComparer.Ordinal);
    private bool _isOver;

    /// <param name="output">The output folder.</param>
    /// <param name="folder">Full path of the new site's folder.</param>
    /// <param name="spare">What is in it; null where it isn't there.</param>
    /// <param name="now">What stands in the output folder for sure.</param>
    internal StagedSite(OutputFolder output, string folder, Manifest? spare, Manifest now)
    {
        (_output, _spare) = (output, spare);
        _folder = Guard(() => new StagingFolder(folder, spare ?? Manifest.None, output.FullPath, now));
    }

    /// <summary>Every file so far, with its length in bytes.</summary>
    public IReadOnlyDictionary<string, long> Files => _files;

    /// <summary>A short hash of content, for names that change with it.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 5));

    /// <summary>Writes one file; a second of the same route must have the same content and is skipped.</summary>
    /// <exception cref="DiagnosticException">The disk is full or the file can't be written.</exception>
    public void Add(string route, ReadOnlySpan<byte> content)
    {
        if (!_files.TryAdd(route, content.Length)) return;
        try
        {
            _folder.Write(route, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _output.Failed(e);
        }
    }

    /// <summary>Copies one file of the user's, however large, unless there is one of the same route.</summary>
    /// <exception cref="DiagnosticException">The disk is full or the file can't be written.</exception>
    public void Copy(string route, string from)
    {
        if (_files.TryAdd(route, new FileInfo(from).Length)) Guard(() => _folder.Copy(route, from));
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
            if (isKept(route) && _files.TryAdd(route, length)) Guard(() => _folder.Take(route));
        }
    }

    /// <summary>The content of a file that was added.</summary>
    public byte[] Read(string route) => File.ReadAllBytes(_folder.PathOf(route));

    /// <summary>Puts the new site in the old one's place.</summary>
    /// <param name="fingerprint">What the site was made from, for the next build to compare.</param>
    /// <param name="picturePages">What its pages of pictures were made from.</param>
    /// <param name="note">What the next build may know of this one, noted once the site has landed.</param>
    /// <param name="isSoon">Whether the build began less than a few seconds ago.</param>
    /// <exception cref="DiagnosticException">A file of the user's is in the way, or writing failed; the old site stands.</exception>
    internal void Land(string fingerprint, string picturePages, Func<byte[]> note, bool isSoon = false)
    {
        var manifest = new Manifest(fingerprint, Sorted(_files), picturePages);
        Guard(() => _folder.Finish(manifest));
        Guard(() => _output.Replace(_folder.Path, manifest, () => _output.Notes.Write(note()), isSoon));
        _isOver = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isOver) _output.Drop(_folder, _spare is null ? null : WithAll(_spare));
        _isOver = true;
    }

    private Manifest WithAll(Manifest spare) => new("", Sorted(_files.Concat(spare.Files.Where(file => !_files.ContainsKey(file.Key)))));

    private static Dictionary<string, long> Sorted(IEnumerable<KeyValuePair<string, long>> files) =>
        files.OrderBy(file => file.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

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
