using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;
using Xunit.Abstractions;

namespace Convscope.Tests.Cli.Fuzz;

/// <summary>
/// Whatever is written, damaged or put in a file's place, a build ends in a site or in messages for people, soon, and touches nothing else.
/// In CI as many cases as a few seconds hold; by hand any number: <c>CONVSCOPE_FUZZ=20000 dotnet test tests/Cli --filter Fuzz</c>, from a
/// certain seed on with <c>CONVSCOPE_FUZZ_SEED</c>.
/// </summary>
public sealed partial class FuzzTests(ITestOutputHelper log)
{
    private const int Few = 60;
    private const int MostFailures = 20;

    /// <summary>Far more than any case takes: beyond, it hangs.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task NothingBreaksABuild()
    {
        var (count, first) = (Setting("CONVSCOPE_FUZZ", Few), Setting("CONVSCOPE_FUZZ_SEED", 0));
        using var site = new FuzzedSite();
        var failures = new List<string>();
        var exits = new SortedDictionary<int, int>();
        for (var seed = first; seed < first + count && failures.Count < MostFailures; seed++)
        {
            var fuzzed = new FuzzCase(site, seed);
            var before = site.State();
            var run = Task.Run(() => Run(site, fuzzed.Args));
            if (await Task.WhenAny(run, Task.Delay(Hanging)) != run)
            {
                failures.Add($"seed {seed}: {fuzzed.Name}: hangs");
                break;
            }

            var result = await run;
            var problem = Problem(result) ?? (site.State() == before ? null : "files beside the site were touched");
            if (problem is not null) failures.Add($"seed {seed}: {fuzzed.Name}: {problem}");
            exits[result.Exit] = exits.GetValueOrDefault(result.Exit) + 1;
            fuzzed.Mend();
        }

        log.WriteLine($"{count} cases from seed {first}: "
            + string.Join(", ", exits.Select(exit => $"{exit.Value} ended with {exit.Key}")));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static CliResult Run(FuzzedSite site, string[] args)
    {
        // What a case names is within its folder, or nowhere.
        string[] rooted = args[0] switch
        {
            "inspect" => [args[0], site.PathOf("models/net.onnx"), .. args[1..]],
            "init" => [args[0], site.PathOf("content"), .. args[1..]],
            _ when args.Contains("--root") => args,
            "build" => [args[0], "--root", site.Folder, "--output", site.PathOf("output"),
                .. args[1..]], // a changed site.yaml may name another
            _ => [args[0], "--root", site.Folder, .. args[1..]],
        };
        try
        {
            return Shell.Run(rooted);
        }
        catch (Exception e)
        {
            return new(70, "", $"{e.GetType()}: {e.Message}");
        }
    }

    private static string? Problem(CliResult result)
    {
        if (result.Exit is < 0 or > 2) return $"exit {result.Exit}: {result.All}";
        if (result.All.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            return "a control character is printed";
        if (StackTrace().IsMatch(result.All)) return "no message for people: " + result.All;
        return result.Exit == 0 || result.Errors.Length > 0 ? null : "it fails without a word";
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : otherwise;

    [GeneratedRegex(@"^ +at \w+\.|\w+Exception\b|CS1999", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
