namespace Convscope.Cli.Serving;

/// <summary>
/// Finds the file of a request in a built site, as GitHub Pages would, and nothing outside of it: a path that climbs, that
/// hides a separator in an escape, that starts anew from a root, or that goes through a link leads nowhere.
/// </summary>
/// <param name="folder">Full path of the site.</param>
/// <param name="basePath">Where it is mounted, with a slash at both ends.</param>
public sealed class SiteFolder(string folder, string basePath)
{
    /// <summary>Full path of the page for what isn't there, or null where there is none.</summary>
    public string? NotFound => Plain(["404.html"]);

    /// <summary>What a request's target leads to.</summary>
    /// <param name="target">The target as it came over the wire: escapes undecoded, the query included.</param>
    public Found Find(string target)
    {
        var path = target.Split('?', '#')[0];
        if (path == basePath.TrimEnd('/') && path.Length > 0) return new(null, basePath);
        if (!path.StartsWith(basePath, StringComparison.Ordinal)) return Found.Nothing;
        var parts = path[basePath.Length..].Split('/');
        var names = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (isLast && parts[i].Length == 0) break;
            if (NameOf(parts[i]) is not { } name) return Found.Nothing;
            names.Add(name);
        }

        var isFolder = parts[^1].Length == 0;
        if (isFolder) return new(Plain([.. names, "index.html"]), null);
        if (Plain(names) is { } file) return new(file, null);
        return Plain([.. names, "index.html"]) is null ? Found.Nothing : new(null, path + "/");
    }

    /// <summary>A part of a path, decoded once; null where it is no plain name.</summary>
    private static string? NameOf(string part)
    {
        var name = Uri.UnescapeDataString(part);
        var isPlain = name.Length > 0 && (name[0] != '.' || name == ".well-known") && name.AsSpan().IndexOfAny("/\\:\0") < 0;
        return isPlain ? name : null;
    }

    /// <summary>The full path of a file that no link leads to.</summary>
    private string? Plain(IReadOnlyList<string> names)
    {
        var path = folder;
        try
        {
            foreach (var name in names)
            {
                path = Path.Combine(path, name);
                var info = new FileInfo(path);
                if (info.LinkTarget is not null || info.Attributes == (FileAttributes)(-1)) return null;
            }

            return File.Exists(path) ? path : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No file can have so long a name, or no one may look.
            return null;
        }
    }
}

/// <summary>What a request leads to: a file, another address, or nothing.</summary>
/// <param name="File">Full path of the file, or null.</param>
/// <param name="Address">Where to go instead, or null.</param>
public sealed record Found(string? File, string? Address)
{
    /// <summary>Nothing is there.</summary>
    public static readonly Found Nothing = new(null, null);
}
