using System.Runtime.CompilerServices;

namespace Convscope.Tests.Unit.Sources;

/// <summary>The C# files of the checkout that the tests were built in.</summary>
internal static class SourceTree
{
    /// <summary>Every file under a folder of the checkout, as its path from there and its lines; nothing that a build made.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Of(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Root(), file).Replace('\\', '/'), file))
            .Where(source => !source.Path.Split('/').Any(part => part is "bin" or "obj"))
            .Select(source => (source.Path, File.ReadAllLines(source.file)));

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "../../../.."));
}
