using System.Runtime.CompilerServices;

namespace Convscope.Tests.Cli.Support;

/// <summary>Where things are in the repository that these tests were compiled from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", "..", ".."));

    public static string Fixture(string path) => Path.Combine(Root, "tests", "fixtures", path);

    public static string Model(string name) => Fixture($"models/{name}.onnx");

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
