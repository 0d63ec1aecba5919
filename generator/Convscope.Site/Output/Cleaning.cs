namespace Convscope.Site.Output;

/// <summary>Takes a built site away again: what its manifest lists, the folders that are then empty, the manifest, and the note beside the folder.</summary>
public static class Cleaning
{
    /// <summary>Cleans a folder.</summary>
    /// <param name="folder">Full path of a built site.</param>
    /// <returns>How many files were deleted, or null where no manifest is: then nothing is.</returns>
    public static int? Clean(string folder)
    {
        var manifest = Manifest.Of(folder);
        if (manifest.Files.Count == 0) return null;
        var deleted = new ListedFiles(folder, manifest).Delete();
        ListedFiles.DeleteEmpty(folder);
        File.Delete(BuildNotes.PathFor(folder));
        return deleted;
    }
}
