using System.Security.Cryptography;

namespace Convscope.Tests.Cli.Support;

/// <summary>A folder's files with the hash of each: two trees are equal when every byte is.</summary>
internal static class Tree
{
    public static SortedDictionary<string, string> Of(string folder)
    {
        var tree = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return tree;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            tree[Path.GetRelativePath(folder, file).Replace('\\', '/')] =
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        return tree;
    }

    /// <summary>When each file was last written.</summary>
    public static SortedDictionary<string, DateTime> Times(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc),
            StringComparer.Ordinal);
}
