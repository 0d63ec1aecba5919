namespace Convscope.Site.Output;

/// <summary>
/// What a manifest lists in a folder: all that a build may take away. A manifest is a file that anyone can edit, so that nothing
/// outside of the folder is touched, and no link of the file system is followed or removed.
/// </summary>
/// <param name="folder">Full path of the folder.</param>
/// <param name="manifest">Its manifest.</param>
internal sealed class ListedFiles(string folder, Manifest manifest)
{
    /// <summary>Deletes it, the folders that are then empty, and at last the manifest, so that what was interrupted can be
    /// finished.</summary>
    /// <param name="isWhole">Whether all of it was just seen to be there, and none of it to be a link: then it isn't looked at
    /// again.</param>
    /// <returns>How many files were deleted.</returns>
    public int Delete(bool isWhole = false)
    {
        var deleted = DeleteFiles(isWhole);
        File.Delete(PathOf(Manifest.FileName));
        return deleted;
    }

    /// <summary>The same but for the manifest.</summary>
    public int DeleteFiles(bool isWhole = false)
    {
        var folders = manifest.Folders.Where(IsPlain).ToArray();
        var linked = isWhole ? [] : folders.Where(inner => new DirectoryInfo(PathOf(inner)) is { Exists: true } found
            && found.Attributes.HasFlag(FileAttributes.ReparsePoint)).ToHashSet(StringComparer.Ordinal);
        bool IsWithinLink(string route) => linked.Count > 0 && Manifest.FoldersOf(route).Append(route).Any(linked.Contains);

        var deleted = 0;
        Each(manifest.Files.Keys, route =>
        {
            if (!IsPlain(route) || IsWithinLink(route) || (!isWhole && !Manifest.IsFile(new(PathOf(route))))) return;
            if (DeleteFile(PathOf(route))) Interlocked.Increment(ref deleted);
        });

        // Deepest first, so that a folder of empty folders goes too.
        foreach (var deep in folders.GroupBy(inner => inner.Count(c => c == '/')).OrderByDescending(deep => deep.Key))
        {
            Each(deep, inner =>
            {
                if (!IsWithinLink(inner)) DeleteEmpty(PathOf(inner));
            });
        }

        return deleted;
    }

    /// <summary>Of what goes wrong on several threads, the first is told.</summary>
    private static void Each(IEnumerable<string> routes, Action<string> act)
    {
        try
        {
            Parallel.ForEach(routes, act);
        }
        catch (AggregateException e)
        {
            throw new IOException(e.GetBaseException().Message, e);
        }
    }

    /// <returns>False where someone else has deleted it meanwhile, with its folder.</returns>
    private static bool DeleteFile(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Deletes a folder, if it is there and nothing is in it.</summary>
    public static void DeleteEmpty(string path)
    {
        try
        {
            Directory.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It isn't there or isn't empty; to ask first would take as long again, thousands of times.
        }
    }

    private static bool IsPlain(string route)
    {
        if (Path.IsPathRooted(route) || route.Contains('\\', StringComparison.Ordinal)) return false;
        foreach (var part in route.AsSpan().Split('/'))
        {
            if (route.AsSpan(part) is "" or "." or "..") return false;
        }

        return true;
    }

    private string PathOf(string route) => Path.Combine(folder, route);
}
