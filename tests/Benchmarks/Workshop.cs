using System.Globalization;

namespace Convscope.Benchmarks;

/// <summary>A temporary copy of the default site's sources, and a folder to build it into.</summary>
/// <param name="runs">How often a scenario is measured.</param>
public sealed class Workshop(int runs) : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(
        Path.Combine(MemoryFolder(), $"convscope-bench-{Environment.ProcessId}")).FullName;

    /// <summary>How often a scenario is measured.</summary>
    public int Runs { get; } = runs;

    /// <summary>The built command.</summary>
    public static string Command { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "convscope.exe" : "convscope");

    /// <summary>A path in the workshop.</summary>
    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>Copies the default site's sources to a folder of the workshop, if they aren't there.</summary>
    public string Sources()
    {
        var target = In("sources");
        if (Directory.Exists(target)) return target;
        foreach (var folder in new[] { "content", "models", "templates" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository(), folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(target, Path.GetRelativePath(Repository(), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        return target;
    }

    /// <summary>Measures a scenario and prints its median.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="prepare">Done before each run, apart from the time.</param>
    /// <param name="run">The process.</param>
    public Measured Measure(string name, Action prepare, Func<Measured> run) => Summary(name, Rounds((prepare, run))[0]);

    /// <summary>
    /// Measures several scenarios in turns, so that a machine that is slower for a while is so for all: what one takes more than another is
    /// the median of the differences within a round.
    /// </summary>
    /// <returns>The runs of each.</returns>
    public Measured[][] Rounds(params (Action Prepare, Func<Measured> Run)[] scenarios)
    {
        var all = Array.ConvertAll(scenarios, _ => new Measured[Runs]);
        for (var round = 0; round < Runs; round++)
        {
            for (var i = 0; i < scenarios.Length; i++)
            {
                scenarios[i].Prepare();
                all[i][round] = scenarios[i].Run();
            }
        }

        return all;
    }

    /// <summary>Prints the median of some runs.</summary>
    public static Measured Summary(string name, Measured[] all)
    {
        var median = all.OrderBy(one => one.Seconds).ElementAt(all.Length / 2);
        Print($"{name,-24} {median.Seconds,7:F2} s {median.Processor,7:F2} s of processor {median.PeakBytes / 1e6,5:F0} MB  ({all.Min(one => one.Seconds):F2}-{all.Max(one => one.Seconds):F2} s in {all.Length} runs)");
        return median;
    }

    /// <summary>Prints how much more one takes than another.</summary>
    public static void Difference(string what, Measured[] more, Measured[] than)
    {
        double Median(Func<Measured, double> of) => more.Zip(than, (one, other) => of(one) - of(other)).Order().ElementAt(more.Length / 2);
        Print($"  {what} {Median(one => one.Seconds):F2} s, {Median(one => one.Processor):F2} s of processor");
    }

    /// <summary>Prints a line whatever the machine's language.</summary>
    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Where there is a file system in memory, a busy disk can't blur the figures; elsewhere the temporary folder has to
    /// do.</summary>
    private static string MemoryFolder() => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Convscope.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException();
        return folder;
    }
}
