using System.IO.Enumeration;

namespace Convscope.Site.Output;

/// <summary>
/// The site before the last, kept beside the output folder: the next one is made of it, so that only what changed is written and what went
/// is removed. Its files are those of the site under a second name, wherever they are the same. It holds nothing but what its manifest
/// lists; where that isn't so it is cleared away, and what isn't ours returns.
/// </summary>
internal static class SpareSite
{
    private const string Unseen = ".gitignore";
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Makes the spare one the folder of a new site.</summary>
    /// <param name="place">The output folder.</param>
    /// <param name="folder">Full path of the new site's folder, which isn't there.</param>
    /// <returns>What is in it; null where there is no spare site that can be used, and no folder then.</returns>
    public static Manifest? Take(OutputPlace place, string folder)
    {
        if (place.Spare is not { } spare || !Directory.Exists(spare)) return null;
        try
        {
            var manifest = Manifest.Of(spare);
            if (manifest.Files.Count == 0) return null; // nobody knows any more what it is
            if (!manifest.Files.ContainsKey(Unseen)) File.Delete(Path.Combine(spare, Unseen));
            if (IsOurs(spare, manifest))
            {
                Rename.Move(spare, folder);
                return manifest;
            }

            new Leftover(spare, place.Folder).Clear(manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, and the new site is made without it.
        }

        return null;
    }

    /// <summary>Keeps a site that was exchanged, or never finished, for the next build.</summary>
    /// <param name="place">The output folder.</param>
    /// <param name="folder">Full path of the site's folder.</param>
    /// <param name="manifest">What a build wrote in it.</param>
    /// <returns>False where it can't be kept; it stands where it did then.</returns>
    public static bool Keep(OutputPlace place, string folder, Manifest manifest)
    {
        if (place.Spare is not { } spare || manifest.Files.Count == 0 || Path.Exists(spare)) return false;
        try
        {
            if (!IsOurs(folder, manifest)) return false;

            // It may lie in a repository whose owner adds all files.
            if (!manifest.Files.ContainsKey(Unseen)) File.WriteAllText(Path.Combine(folder, Unseen), "*\n");
            Rename.Move(folder, spare);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes it away.</summary>
    public static void Clear(OutputPlace place)
    {
        if (place.Spare is not { } spare || !Directory.Exists(spare)) return;
        var manifest = Manifest.Of(spare);
        if (manifest.Files.Count == 0) return;
        if (!manifest.Files.ContainsKey(Unseen)) File.Delete(Path.Combine(spare, Unseen));
        new Leftover(spare, place.Folder).Clear(manifest);
    }

    /// <summary>Whether nothing is there but what the manifest lists, as plain files and folders in which one may write.</summary>
    private static bool IsOurs(string root, Manifest manifest)
    {
        var isOurs = true;
        Parallel.ForEach(manifest.Folders.Append(""), folder =>
        {
            var path = Path.Combine(root, folder);
            if (!Directory.Exists(path) || !Rights.MayChange(path) || Entries(path).Any(entry => !IsListed(entry, folder, manifest)))
                isOurs = false;
        });
        return isOurs;
    }

    private static bool IsListed((string Name, bool IsFolder, bool IsLink) entry, string folder, Manifest manifest)
    {
        var route = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
        return !entry.IsLink && (entry.IsFolder ? manifest.Folders.Contains(route)
            : manifest.Files.ContainsKey(route) || route is Manifest.FileName);
    }

    private static FileSystemEnumerable<(string Name, bool IsFolder, bool IsLink)> Entries(string path) => new(path, (ref entry) =>
        (entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint)), All);
}
