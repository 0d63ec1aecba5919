using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>Takes a built site away again: what its manifest lists, the folders that are then empty, the manifest, and the note beside the
/// folder.</summary>
public static class Cleaning
{
    /// <summary>Cleans a folder.</summary>
    /// <param name="folder">Full path of a built site.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="patience">How long to wait for a build that is writing there.</param>
    /// <param name="tell">Told at once that it has to wait.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many files were deleted, or null where no manifest is: then nothing is.</returns>
    /// <exception cref="DiagnosticException">Something of it can't be taken away; nothing was.</exception>
    public static int? Clean(string folder, string shown, TimeSpan patience, Action<string> tell, CancellationToken cancel)
    {
        var place = new OutputPlace(folder);
        using var notes = BuildNotes.Open(place, shown, patience, tell, cancel);
        var manifest = Manifest.Of(place.Folder);
        if (manifest.Files.Count == 0) return null;
        var obstacles = new Survey(place, manifest, moves: false).Obstacles;
        if (obstacles.Count > 0) throw new DiagnosticException([.. Obstacle.Tell(obstacles, shown, "nothing was deleted")]);
        var deleted = Delete(place, manifest, shown);
        SpareSite.Clear(place);
        notes.Clear();

        // A link of the user's goes on leading somewhere.
        if (new DirectoryInfo(Path.TrimEndingDirectorySeparator(folder)).LinkTarget is null) ListedFiles.DeleteEmpty(place.Folder);
        return deleted;
    }

    private static int Delete(OutputPlace place, Manifest manifest, string shown)
    {
        try
        {
            return new ListedFiles(place.Folder, manifest).Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(DiagnosticCodes.WriteFailed,
                $"can't delete the whole site: {e.Message.TrimEnd('.')}; clean again once that is mended", new(shown));
        }
    }
}
