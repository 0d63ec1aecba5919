namespace Convscope.Site.Output;

/// <summary>
/// What a path stands for, whichever name it is given: links are followed, and where the system numbers its files, the same folder
/// under two names (mounted twice, or in other letters where case doesn't count) is one.
/// </summary>
public sealed class Location
{
    private readonly (ulong Device, ulong Inode)? _number;

    /// <summary>Looks at a path, which need not be there.</summary>
    /// <param name="path">A full path.</param>
    public Location(string path)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(RealPath.Of(path) ?? path);
        _number = Number(Path);
    }

    /// <summary>Its full path, without a link in it.</summary>
    public string Path { get; }

    /// <summary>Whether it is a folder, or lies in it at any depth.</summary>
    public bool IsWithin(Location folder)
    {
        if (OutputFolder.IsWithin(Path, folder.Path)) return true;
        if (folder._number is not { } number) return false;
        for (var around = Path; around is not null; around = System.IO.Path.GetDirectoryName(around))
        {
            if (Number(around) == number) return true;
        }

        return false;
    }

    private static (ulong Device, ulong Inode)? Number(string path) => FileFacts.Of(path) is { } facts ? (facts.Device, facts.Inode) : null;
}
