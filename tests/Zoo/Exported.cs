using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Convscope.Tests.Zoo;

/// <summary>Exports networks by <c>export.py</c> into a temporary folder.</summary>
internal static class Exported
{
    /// <summary>Debian's own Python has Debian's torch; one that comes first on the path may not.</summary>
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>Exports one network and gives its file.</summary>
    public static string To(string folder, string name)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(Folder(), "export.py"), folder, name])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{name} can't be exported (apt-get install python3-torchvision?):\n{error}{output.Result}");
        return Path.Combine(folder, $"{name}.onnx");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
