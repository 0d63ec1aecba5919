using System.Diagnostics;
using System.Runtime.CompilerServices;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Zoo;

/// <summary>The networks of <c>export.py</c>, exported at once: to load torch takes longer than to export one.</summary>
public sealed class Exported : IDisposable
{
    /// <summary>Debian's own Python has Debian's torch; one that comes first on the path may not.</summary>
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private readonly TempFolder _temporary = new();

    /// <summary>Exports them.</summary>
    public Exported() => Export("export.py", _temporary.Folder);

    /// <summary>Runs one of the scripts of this folder, which writes networks into a folder.</summary>
    internal static void Export(string script, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(Folder(), script), folder])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"the networks can't be exported (apt-get install python3-torchvision?):\n{error}{output.Result}");
    }

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>The file of one network.</summary>
    public string Model(string name) => _temporary.PathOf($"{name}.onnx");

    /// <inheritdoc/>
    public void Dispose() => _temporary.Dispose();

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
