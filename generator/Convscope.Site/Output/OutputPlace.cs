using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Convscope.Site.Output;

/// <summary>
/// Where an output folder really is, and the names of what a build keeps there while it works. That is beside the folder, where it can
/// trade places with it; a mount point has nothing beside it on its own file system, so that there it is in the folder.
/// </summary>
internal sealed partial class OutputPlace
{
    private const string Mark = ".convscope-";
    private readonly string _home;
    private readonly string _prefix;

    /// <summary>Looks at an output folder, which need not exist.</summary>
    /// <param name="path">Full path, as the user named it.</param>
    public OutputPlace(string path)
    {
        Folder = new Location(path).Path;
        IsMountPoint = FileFacts.Of(Folder) is { IsFolder: true, IsMountPoint: true };
        (_home, _prefix) = IsMountPoint ? (Folder, Mark) : (Around, Beside);
    }

    /// <summary>Full path of the folder, links followed.</summary>
    public string Folder { get; }

    /// <summary>Whether another file system is mounted there: it can't be exchanged, so that sites are put in place file by file.</summary>
    public bool IsMountPoint { get; }

    /// <summary>Full path of the file that keeps builds apart.</summary>
    public string Note => Path.Combine(_home, _prefix + "note");

    /// <summary>Full path of the folder in which the site before the last is kept; null where none is: at a mount point, and where files
    /// can't have a second name.</summary>
    public string? Spare => IsMountPoint || OperatingSystem.IsWindows() ? null : Path.Combine(_home, _prefix + "spare");

    /// <summary>New sites that were never finished, by builds that were killed.</summary>
    public IEnumerable<string> Unfinished => Left(Around, Beside + "new-").Concat(Left(Folder, Mark + "new-"));

    /// <summary>Folders that a build was exchanging with the output when it was killed.</summary>
    public IEnumerable<string> Exchanging => Left(Around, Beside + "landing-");

    /// <summary>Folders out of which a build was putting a site in place, file by file, when it was killed.</summary>
    public IEnumerable<string> Moving => Left(Around, Beside + "moving-").Concat(Left(Folder, Mark + "moving-"));

    /// <summary>Whether a killed build left anything.</summary>
    public bool HasLeftovers => Unfinished.Concat(Exchanging).Concat(Moving).Any();

    private string Around => Path.GetDirectoryName(Folder) ?? Folder;

    private string Beside => $".{Path.GetFileName(Folder)}{Mark}";

    /// <summary>A folder for a new site, of a name that nobody has.</summary>
    public string New() => Path.Combine(_home, _prefix + "new-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));

    /// <summary>What such a folder is called while its site, now whole, trades places with the old one.</summary>
    public static string Landing(string unfinished) => Renamed(unfinished, "landing-");

    /// <summary>What it is called while its files are put in place one by one.</summary>
    public static string Emptied(string unfinished) => Renamed(unfinished, "moving-");

    /// <summary>Whether an entry of the folder is what a build keeps there.</summary>
    public bool IsOwn(string name) => IsMountPoint && (name == Mark + "note" || OwnFolder().IsMatch(name));

    private static string Renamed(string unfinished, string now) =>
        Path.Combine(Path.GetDirectoryName(unfinished)!, Path.GetFileName(unfinished)
            .Replace(Mark + "new-", Mark + now, StringComparison.Ordinal));

    private static IEnumerable<string> Left(string folder, string prefix)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(path => IsLeft(Path.GetFileName(path), prefix))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLeft(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && Number().IsMatch(name.AsSpan(prefix.Length));

    [GeneratedRegex("^[0-9a-f]{8}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\.convscope-(new|moving)-[0-9a-f]{8}$")]
    private static partial Regex OwnFolder();
}
