namespace Convscope.Site.Output;

/// <summary>An old site after an exchange, or a new one whose exchange was interrupted: of it goes what its manifest lists, and all else
/// returns.</summary>
/// <param name="folder">Full path of the hidden folder.</param>
/// <param name="output">Full path of the output folder.</param>
internal sealed class Leftover(string folder, string output)
{
    /// <summary>Clears it away. What can't be done now is done by the next command that looks.</summary>
    /// <param name="ours">What of it a build wrote.</param>
    /// <param name="isWhole">Whether all of that was just seen to be there, and none of it to be a link.</param>
    public void Clear(Manifest ours, bool isWhole = false)
    {
        try
        {
            new ListedFiles(folder, ours).Delete(isWhole);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Others' files return all the same.
        }

        Return("", ours);
        ListedFiles.DeleteEmpty(folder);
    }

    /// <summary>Moves what isn't ours; where something else has its name meanwhile, it gets another.</summary>
    private void Return(string within, Manifest ours)
    {
        foreach (var from in Directory.GetFileSystemEntries(Path.Combine(folder, within)))
        {
            try
            {
                Return(from, ours, Path.GetRelativePath(folder, from).Replace('\\', '/'));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It stays where it is found again; nothing is deleted that isn't ours.
            }
        }
    }

    private void Return(string from, Manifest ours, string route)
    {
        var isFolder = Directory.Exists(from) && new DirectoryInfo(from).LinkTarget is null;
        if (ours.Files.ContainsKey(route) && !isFolder) return;
        var to = Path.Combine(output, route);
        if (isFolder && (ours.Folders.Contains(route) || Directory.Exists(to)))
        {
            Return(route, ours);
            ListedFiles.DeleteEmpty(from);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Rename.Move(from, IsThere(to) ? Free(to) : to);
    }

    private static string Free(string path)
    {
        for (var i = 1; ; i++)
        {
            if ($"{path}.kept-{i}" is var other && !IsThere(other)) return other;
        }
    }

    /// <summary>Whether there is anything of that name, be it a link to nothing.</summary>
    private static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
