using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// Finishes or undoes what a killed build began, so that one of the two sites is whole, and what isn't ours is in its place. Every
/// command that looks at an output folder does so first, unless a build is at work there.
/// </summary>
public static class Recovery
{
    /// <summary>Does so for a folder, where that is needed, nobody is building into it and one has the right to.</summary>
    /// <param name="path">Full path of the output folder.</param>
    public static void Of(string path)
    {
        var place = new OutputPlace(path);
        if (!place.HasLeftovers) return;
        try
        {
            using var held = BuildNotes.Open(place, path, TimeSpan.Zero, _ => { }, CancellationToken.None);
            Of(place);
        }
        catch (Exception e) when (e is DiagnosticException or IOException or UnauthorizedAccessException)
        {
            // Whoever has it, or has the right, will do so.
        }
    }

    /// <summary>Does so; no other build may be at work.</summary>
    internal static void Of(OutputPlace place)
    {
        foreach (var folder in place.Unfinished) OutputFolder.TryDelete(folder);
        foreach (var landing in place.Exchanging)
        {
            var manifest = Manifest.Of(landing);
            if (!Path.Exists(place.Folder) && manifest.Files.Count > 0 && manifest.StandsIn(landing)) Directory.Move(landing, place.Folder);
            else new Leftover(landing, place.Folder).Clear(manifest);
        }

        foreach (var landing in place.Moving) FileByFile.Finish(landing, place.Folder);
    }
}
