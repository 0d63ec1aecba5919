using System.Diagnostics;

namespace Convscope.Tests.Cli.Support;

/// <summary>Programs of the system that tests need some right for; where it is missing the test goes on without.</summary>
internal static class Superuser
{
    private const string Nobody = "65534";

    /// <summary>Runs a program.</summary>
    /// <returns>Whether it was there and succeeded.</returns>
    public static bool Can(string program, params string[] args) => Run(program, args) is { Exit: 0 };

    /// <summary>Lets another user run Convscope; null where that may not be, or may not read it.</summary>
    public static CliResult? AsNobody(params string[] args)
    {
        string[] command = ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", "dotnet",
            Path.Combine(AppContext.BaseDirectory, "convscope.dll")];
        return Run("setpriv", [.. command, "--version"]) is { Exit: 0 } ? Run("setpriv", [.. command, .. args]) : null;
    }

    /// <summary>Gives a folder, with all in it, to that user.</summary>
    public static bool GiveToNobody(string path) => Can("chown", "-R", $"{Nobody}:{Nobody}", path);

    private static CliResult? Run(string program, string[] args)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            return new(process.ExitCode, output.Result, error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
