using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Convscope.Tests.Zoo;

/// <summary>The programs of this folder.</summary>
internal static class Python
{
    /// <summary>Debian's own Python has Debian's torch; one that comes first on the path may not.</summary>
    private static readonly string Program = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>Runs one of them to its end.</summary>
    public static void Run(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, ["-B", Path.Combine(Folder(), name), .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0,
            $"{name} fails (apt-get install python3-torchvision python3-onnx python3-yaml?):\n{error}{output.Result}");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
