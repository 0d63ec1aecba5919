namespace Convscope.Tests.Cli.Support;

/// <summary>Hidden folders beside or in an output, that a build leaves when it is killed.</summary>
internal static class Hidden
{
    /// <summary>Those in a folder; the site before the last may be kept there.</summary>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateDirectories(folder, ".*")
        .Where(path => !path.EndsWith(".convscope-spare", StringComparison.Ordinal) && Path.GetFileName(path) != ".git");
}
