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
        var deleted = 0;
        foreach (var route in manifest.Files.Keys.Where(IsPlain))
        {
            if (GoesThroughLink(folder, route) || !File.Exists(Path.Combine(folder, route))) continue;
            File.Delete(Path.Combine(folder, route));
            deleted++;
        }

        // Deepest first, so that a folder of empty folders goes too.
        foreach (var inner in manifest.Folders.Where(IsPlain).OrderByDescending(inner => inner.Length))
        {
            var path = Path.Combine(folder, inner);
            if (!GoesThroughLink(folder, inner) && Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any()) Directory.Delete(path);
        }

        File.Delete(Path.Combine(folder, Manifest.FileName));
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        File.Delete(BuildNotes.PathFor(folder));
        return deleted;
    }

    /// <summary>A manifest is a file that anyone can edit: nothing outside of the folder is touched.</summary>
    private static bool IsPlain(string route) => route.Split('/', '\\').All(part => part is not ("" or "." or "..")) && !Path.IsPathRooted(route);

    private static bool GoesThroughLink(string folder, string route) =>
        Manifest.FoldersOf(route).Append(route).Any(part => new FileInfo(Path.Combine(folder, part)).LinkTarget is not null);
}
