using System.Diagnostics;

namespace Convscope.Benchmarks;

/// <summary>What one whole process took, from its start to its end.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Processor">Seconds of processor, over all threads.</param>
/// <param name="PeakBytes">The most memory it held.</param>
/// <param name="Output">What it printed.</param>
public sealed record Measured(double Seconds, double Processor, long PeakBytes, string Output)
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Measured Run(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (processor, peak) = (0.0, 0L);

        // A process that has ended tells neither, so the last look at it before that has to do.
        while (!process.WaitForExit(10))
        {
            try
            {
                process.Refresh();
                (processor, peak) = (process.TotalProcessorTime.TotalSeconds, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                break;
            }
        }

        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}\n{output.Result}");
        return new(seconds, processor, peak, output.Result);
    }
}
