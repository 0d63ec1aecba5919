namespace Convscope.Site.Output;

/// <summary>Where a path leads once every link of the file system on its way is followed. What isn't there yet stays as it is
/// named.</summary>
public static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>Follows a path.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>The full path without a link in it; null where links lead in a circle.</returns>
    public static string? Of(string path)
    {
        var links = 0;
        return Follow(Path.GetPathRoot(path) ?? "", path, ref links);
    }

    private static string? Follow(string from, string path, ref int links)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var real = root.Length > 0 ? root : from;
        foreach (var part in path[root.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            if (part is "" or ".") continue;
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (part != ".." && TargetOf(next) is { } target)
            {
                if (++links > MostLinks || Follow(real, target, ref links) is not { } led) return null;
                next = led;
            }

            real = next;
        }

        return real;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Who may not look can't go on either: what is done there will tell.
            return null;
        }
    }
}
