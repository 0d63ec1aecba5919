using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// The folder a site is built into. It changes only by <see cref="Replace"/>, in which files that no build of ours wrote
/// (a <c>.gitignore</c>, a <c>CNAME</c>) stay or move along untouched. While it is open no other build can write there.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    /// <summary>What is true until a new site takes the old one's place.</summary>
    internal const string Untouched = "the old site is untouched";

    private readonly OutputPlace _place;
    private readonly Action<string> _tell;
    private readonly Lazy<Manifest> _last;
    private readonly BuildNotes _notes;
    private readonly Lazy<Survey> _survey;

    /// <summary>Opens an output folder, which need not exist.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="patience">How long to wait for another build into the same folder.</param>
    /// <param name="tell">Told at once what the user should know meanwhile: that it has to wait, or how the site is put in place.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="DiagnosticException">It is a file, or another build doesn't end.</exception>
    public OutputFolder(string path, string shown, TimeSpan patience, Action<string> tell, CancellationToken cancel)
    {
        (_place, Shown, _tell) = (new(path), shown, tell);
        if (File.Exists(_place.Folder))
            throw new DiagnosticException(DiagnosticCodes.UnsafeOutput, $"the output '{shown}' is a file; choose a folder with --output",
                new(shown));
        _notes = Hold(patience, cancel);
        try
        {
            Recovery.Of(_place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _notes.Dispose();
            throw Failed(shown, e, PartlyNew);
        }

        _last = new(() => Manifest.Of(_place.Folder));

        // It takes a while, and will be asked for.
        _survey = new(() => new(_place, Last));
        Task.Run(() => _survey.Value);
    }

    /// <summary>The folder as the user named it.</summary>
    public string Shown { get; }

    /// <summary>What the last build wrote.</summary>
    public Manifest Last => _last.Value;

    /// <summary>What is true of the site now, whatever goes wrong: half a sentence for a message.</summary>
    public string Aftermath { get; private set; } = Untouched;

    /// <summary>Whether all that the last build wrote is still there: it takes a while to find out, and is begun with opening the
    /// folder.</summary>
    public bool IsWhole => _survey.Value.IsWhole;

    /// <summary>Its full path.</summary>
    public string FullPath => _place.Folder;

    /// <summary>What the last build noted for the next one, beside the folder: it is no part of the site.</summary>
    internal BuildNotes Notes => _notes;

    private static string PartlyNew => "a part of the new site is in place, and the next build, serve, check or clean puts the rest";

    /// <summary>Keeps an output folder and the sources apart, by what they are and not by their names. Nothing need be read for it: a
    /// source may be the whole disk, by mistake.</summary>
    /// <param name="path">Full path of the output folder.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="root">Full path of the site's root: the output may lie in it, but not hold it.</param>
    /// <param name="sources">Full paths of files and folders that a build reads.</param>
    /// <exception cref="DiagnosticException">The folder is a source, holds one or lies in one.</exception>
    public static void KeepApart(string path, string shown, string root, IEnumerable<string> sources)
    {
        if (RealPath.Of(path) is null)
            throw new DiagnosticException(DiagnosticCodes.UnsafeOutput,
                $"the output '{shown}' is a link that leads in a circle; choose another with --output", new(shown));
        var (output, site) = (new Location(path), new Location(root));
        foreach (var source in sources.Prepend(root))
        {
            var place = new Location(source);
            if (!place.IsWithin(output) && !(place.Path != site.Path && Directory.Exists(place.Path) && output.IsWithin(place))) continue;
            throw new DiagnosticException(
                DiagnosticCodes.UnsafeOutput,
                    $"the output folder '{shown}' is, holds or lies in a source of the site ({source}); choose another with --output",
                    new(shown));
        }
    }

    /// <summary>Whether the last build was made from the same and is still whole.</summary>
    public bool IsCurrent(string fingerprint) => Last.Fingerprint == fingerprint && IsWhole;

    /// <inheritdoc/>
    public void Dispose() => _notes.Dispose();

    /// <summary>The full path of one of its files.</summary>
    internal string PathOf(string route) => Path.Combine(_place.Folder, route);

    /// <summary>Takes an unfinished site away, or keeps it for the next build.</summary>
    /// <param name="staged">The site.</param>
    /// <param name="kept">All that may be in it, of which some is of another time; null to take it away.</param>
    internal void Drop(StagingFolder staged, Manifest? kept)
    {
        try
        {
            if (kept is not null) staged.Finish(kept);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            kept = null;
        }

        if (kept is null || !SpareSite.Keep(_place, staged.Path, kept)) TryDelete(staged.Path);
    }

    /// <summary>Starts a new site beside this folder.</summary>
    /// <exception cref="DiagnosticException">Something in the folder can't be moved, so that no site could take this one's
    /// place.</exception>
    public StagedSite Stage()
    {
        Refuse(_survey.Value);
        var folder = _place.New();
        return new(this, folder, SpareSite.Take(_place, folder), _survey.Value.IsWhole ? Last : Manifest.None);
    }

    /// <summary>An error for a write that failed. It names no staged file: that is gone when the user reads it.</summary>
    /// <param name="shown">The output folder as the user named it.</param>
    /// <param name="e">What went wrong.</param>
    /// <param name="aftermath">What is true of the site.</param>
    internal static DiagnosticException Failed(string shown, Exception e, string aftermath)
    {
        // ENOSPC, EDQUOT; ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.
        var isFull = e.HResult is 28 or 122 || (e.HResult & 0xffff) is 0x70 or 0x27;
        var why = isFull ? "the disk is full" : e.Message.TrimEnd('.');
        return new(DiagnosticCodes.WriteFailed, $"can't write the site: {why}; {aftermath}", new(shown));
    }

    /// <summary>The same for this folder.</summary>
    internal DiagnosticException Failed(Exception e) => Failed(Shown, e, Aftermath);

    internal static void TryDelete(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) return;
            var inner = new DirectoryInfo(folder).EnumerateDirectories().Where(one => one.LinkTarget is null)
                .SelectMany(one => one.EnumerateDirectories()).Where(one => one.LinkTarget is null);
            Parallel.ForEach(inner, one => one.Delete(recursive: true));
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AggregateException)
        {
            // What can't be removed now is removed by the next build.
        }
    }

    /// <summary>Puts a new site in the old one's place: in one step where the system can, else in several, which the next command finishes
    /// or undoes if they are interrupted.</summary>
    /// <param name="staged">The new site's folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="meanwhile">Done while the old site is cleared away.</param>
    /// <param name="isSoon">Whether that site was looked at less than a few seconds ago, so that it needn't be looked at again.</param>
    internal void Replace(string staged, Manifest manifest, Action meanwhile, bool isSoon)
    {
        var survey = isSoon ? _survey.Value : new(_place, Last);
        Refuse(survey);
        var foreign = survey.Foreign(manifest, Shown);
        var old = _place.IsMountPoint ? PutInPlace(staged, "is a mount point") : Trade(staged, foreign);
        Aftermath = "the new site stands";
        var clearing = Task.Run(() =>
        {
            if (old is null || SpareSite.Keep(_place, old, Last)) return;
            new Leftover(old, _place.Folder).Clear(Last, isSoon && survey.IsWhole);
        });
        meanwhile();
        clearing.GetAwaiter().GetResult();
    }

    /// <summary>Whether a path is a folder, or lies in it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder)
            ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Lets the two trade places.</summary>
    /// <returns>Where the old one is now; null where there is none left.</returns>
    private string? Trade(string staged, IReadOnlyList<string> foreign)
    {
        try
        {
            return new Exchange(_place).Land(staged, foreign);
        }
        catch (IOException e) when (Rename.IsElsewhere(e))
        {
            return PutInPlace(staged, "is in a layer of its file system");
        }
    }

    private string? PutInPlace(string staged, string why)
    {
        _tell($"'{Shown}' {why} that can't trade places with a new folder: the site is put in place file by file; if that is interrupted, the next command finishes it");
        var landing = FileByFile.Begin(staged);
        Aftermath = PartlyNew;
        FileByFile.Finish(landing, _place.Folder);
        return null;
    }

    private void Refuse(Survey survey)
    {
        if (survey.Obstacles.Count > 0) throw new DiagnosticException([.. Obstacle.Tell(survey.Obstacles, Shown, Untouched)]);
    }

    private BuildNotes Hold(TimeSpan patience, CancellationToken cancel)
    {
        try
        {
            return BuildNotes.Open(_place, Shown, patience, _tell, cancel);
        }
        catch (DiagnosticException e) when (e.Diagnostics[0].Code == DiagnosticCodes.Immovable)
        {
            // Where the note is another user's, so is the site: all of it is told at once.
            throw new DiagnosticException([.. e.Diagnostics,
                .. Obstacle.Tell(new Survey(_place, Manifest.Of(_place.Folder)).Obstacles, Shown, Untouched)]);
        }
    }
}
