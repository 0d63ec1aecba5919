namespace Convscope.Site.Output;

/// <summary>
/// Puts a new site in place file by file, where folders can't trade places: at a mount point, or where the folder is in a lower layer of
/// several, as in an image of a container. It begins with one step, the renaming of the whole new
/// site: what is killed before leaves the old one, what is killed after is finished by the next command that looks. Pages come after all
/// that they show, and what no new page asks for goes last, so that meanwhile each page, old or new, finds what it needs.
/// </summary>
internal static class FileByFile
{
    /// <summary>Begins.</summary>
    /// <param name="site">Full path of the new site, whole, with its manifest.</param>
    /// <returns>Its new path, from which <see cref="Finish"/> takes it.</returns>
    public static string Begin(string site)
    {
        var landing = OutputPlace.Emptied(site);
        Directory.Move(site, landing);
        return landing;
    }

    /// <summary>Does all that is left to do; may be called again.</summary>
    /// <param name="landing">Full path of the new site.</param>
    /// <param name="output">Full path of the output folder.</param>
    /// <exception cref="IOException">A file can't be put in place.</exception>
    public static void Finish(string landing, string output)
    {
        var next = Manifest.Of(landing);
        if (next.Files.Count > 0)
        {
            var old = Manifest.Of(output);
            var gone = new ListedFiles(output, new("", old.Files.Where(file => !next.Files.ContainsKey(file.Key))
                .ToDictionary(StringComparer.Ordinal)));
            if (old.Files.Keys.Any(next.Folders.Contains) || next.Files.Keys.Any(old.Folders.Contains)) gone.DeleteFiles();
            foreach (var route in next.Files.Keys.OrderBy(IsPage)) Put(landing, output, route);
            gone.DeleteFiles();
            Put(landing, output, Manifest.FileName);
        }

        OutputFolder.TryDelete(landing);
    }

    private static bool IsPage(string route) => route.EndsWith(".html", StringComparison.Ordinal);

    private static void Put(string landing, string output, string route)
    {
        var (from, to) = (Path.Combine(landing, route), Path.Combine(output, route));
        if (!File.Exists(from)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
    }
}
