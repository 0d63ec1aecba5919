using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// The folder a site is built into. It changes only by <see cref="Replace"/>, in which files that no build of ours wrote
/// (a <c>.gitignore</c>, a <c>CNAME</c>) move along untouched. While it is open no other build can write there.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string _path;
    private readonly Lazy<Manifest> _last;
    private readonly BuildNotes _notes;
    private readonly Lazy<bool> _isWhole;
    private readonly Lazy<bool> _hasOwnFolders;

    /// <summary>Opens an output folder, which need not exist.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="patience">How long to wait for another build into the same folder.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="DiagnosticException">It is a file, or another build doesn't end.</exception>
    public OutputFolder(string path, string shown, TimeSpan patience, CancellationToken cancel)
    {
        (_path, Shown) = (new Location(path).Path, shown);
        if (File.Exists(_path))
            throw new DiagnosticException(DiagnosticCodes.UnsafeOutput, $"the output '{shown}' is a file; choose a folder with --output", new(shown));
        _notes = BuildNotes.Open(BuildNotes.PathFor(_path), shown, patience, cancel);
        Recover();
        _last = new(() => Manifest.Of(_path));

        // It takes a while to read and to compare, and will be asked for.
        _isWhole = new(() => Last.StandsIn(_path));
        _hasOwnFolders = new(() => _isWhole.Value && Last.HasItsFoldersIn(_path));
        Task.Run(() => _hasOwnFolders.Value);
    }

    /// <summary>The folder as the user named it.</summary>
    public string Shown { get; }

    /// <summary>What the last build wrote.</summary>
    public Manifest Last => _last.Value;

    /// <summary>What the last build noted for the next one, beside the folder: it is no part of the site.</summary>
    internal BuildNotes Notes => _notes;

    private string Aside => Sibling("old");

    /// <summary>Keeps an output folder and the sources apart. Nothing need be read for it: a source may be the whole disk, by mistake.</summary>
    /// <param name="path">Full path of the output folder.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="root">Full path of the site's root: the output may lie in it, but not hold it.</param>
    /// <param name="sources">Full paths of files and folders that a build reads.</param>
    /// <exception cref="DiagnosticException">The folder is a source, holds one or lies in one.</exception>
    public static void KeepApart(string path, string shown, string root, IEnumerable<string> sources)
    {
        if (RealPath.Of(path) is null) throw new DiagnosticException(DiagnosticCodes.UnsafeOutput, $"the output '{shown}' is a link that leads in a circle; choose another with --output", new(shown));
        var (output, site) = (new Location(path), new Location(root));
        foreach (var source in sources.Prepend(root))
        {
            var place = new Location(source);
            if (!place.IsWithin(output) && !(place.Path != site.Path && Directory.Exists(place.Path) && output.IsWithin(place))) continue;
            throw new DiagnosticException(
                DiagnosticCodes.UnsafeOutput, $"the output folder '{shown}' is, holds or lies in a source of the site ({source}); choose another with --output", new(shown));
        }
    }

    /// <summary>Whether the last build was made from the same and is still whole.</summary>
    public bool IsCurrent(string fingerprint) => Last.Fingerprint == fingerprint && _isWhole.Value;

    /// <inheritdoc/>
    public void Dispose() => _notes.Dispose();

    /// <summary>Whether all that the last build wrote is still there: it takes a while to find out, and is begun with opening the folder.</summary>
    public bool IsWhole => _isWhole.Value;

    /// <summary>Its full path.</summary>
    public string FullPath => _path;

    /// <summary>The full path of one of its files.</summary>
    internal string PathOf(string route) => Path.Combine(_path, route);

    /// <summary>Starts a new site beside this folder.</summary>
    public StagedSite Stage()
    {
        return new(this, Sibling("staging"));
    }

    /// <summary>An error for a write that failed. It names no staged file: that is gone when the user reads it.</summary>
    internal static DiagnosticException Failed(string shown, Exception e)
    {
        // ENOSPC, EDQUOT; ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.
        var isFull = e.HResult is 28 or 122 || (e.HResult & 0xffff) is 0x70 or 0x27;
        var why = isFull ? "the disk is full" : e.Message.TrimEnd('.');
        return new(DiagnosticCodes.WriteFailed, $"can't write the site: {why}; the old site is untouched", new(shown));
    }

    internal static void TryDelete(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) return;
            var inner = new DirectoryInfo(folder).EnumerateDirectories().Where(one => one.LinkTarget is null).SelectMany(one => one.EnumerateDirectories()).Where(one => one.LinkTarget is null);
            Parallel.ForEach(inner, one => one.Delete(recursive: true));
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AggregateException)
        {
            // What can't be removed now is removed by the next build.
        }
    }

    /// <summary>
    /// Swaps the folders, in one step where the system can, and otherwise in two, of which a process killed between them leaves
    /// a site that <see cref="Recover"/> puts back.
    /// </summary>
    /// <param name="staged">The new site's folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="meanwhile">Done while the old site is cleared away.</param>
    /// <param name="isSoon">Whether that site was looked at less than a few seconds ago, so that it needn't be looked at again.</param>
    internal void Replace(string staged, Manifest manifest, Action meanwhile, bool isSoon)
    {
        if (new ForeignFiles(_path, Last).ClashWith(manifest, _hasOwnFolders.Value) is { } clash)
            throw new DiagnosticException(
                DiagnosticCodes.UnsafeOutput, $"'{clash}' in the output folder was not written by Convscope and would be overwritten; move it away, or choose another --output", new($"{Shown}/{clash}"));
        if (!Directory.Exists(_path)) Directory.Move(staged, _path);
        else if (!Exchange(staged)) MoveAway(staged);
        var clearing = Task.Run(() =>
        {
            new ForeignFiles(Aside, Last).MoveTo(_path, isSoon && _hasOwnFolders.Value);
            TryDelete(Aside);
        });
        meanwhile();
        clearing.GetAwaiter().GetResult();
    }

    /// <summary>First under its final name, so that a build killed after the exchange leaves the old site where <see cref="Recover"/> looks.</summary>
    private bool Exchange(string staged)
    {
        Directory.Move(staged, Aside);
        if (FolderSwap.Try(Aside, _path)) return true;
        Directory.Move(Aside, staged);
        return false;
    }

    private void MoveAway(string staged)
    {
        Directory.Move(_path, Aside);
        try
        {
            Directory.Move(staged, _path);
        }
        catch
        {
            Directory.Move(Aside, _path);
            throw;
        }
    }

    /// <summary>Finishes or undoes what a killed build began.</summary>
    private void Recover()
    {
        TryDelete(Sibling("staging"));
        if (!Directory.Exists(Aside)) return;
        if (!Directory.Exists(_path))
        {
            Directory.Move(Aside, _path);
            return;
        }

        new ForeignFiles(Aside, Manifest.Of(Aside)).MoveTo(_path);
        TryDelete(Aside);
    }

    private string Sibling(string what) =>
        Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}-{what}");

    /// <summary>Whether a path is a folder, or lies in it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
