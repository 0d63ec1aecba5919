using System.Diagnostics;
using Convscope.Cli;

namespace Convscope.Tests.Cli.Support;

/// <summary>What a command line gave.</summary>
internal sealed record CliResult(int Exit, string Output, string Error)
{
    /// <summary>All that was printed, for assertions that don't care where.</summary>
    public string All => Output + Error;

    /// <summary>The lines on standard error.</summary>
    public string[] Errors => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Runs command lines, in this process or in one of their own.</summary>
internal static class Shell
{
    public static CliResult Run(params string[] args) => Run(CancellationToken.None, args);

    public static CliResult Run(CancellationToken cancel, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = App.Run(args, output, error, isRedirected: true, cancel);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line in a process of its own, in another working folder.</summary>
    public static async Task<CliResult> RunIn(string folder, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "convscope.dll"), .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a process of its own.</summary>
    /// <param name="program">The folder that the program lies in.</param>
    /// <param name="args">The command line.</param>
    public static Process Start(string program, params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(program, "convscope.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
}
