using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Convscope.Cli;

/// <summary>The help of System.CommandLine, and below it examples that can be run as they stand.</summary>
/// <param name="help">What prints the help.</param>
public sealed class Help(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    /// <summary>Examples by command; the tests run each.</summary>
    public static IReadOnlyDictionary<string, string[]> Examples { get; } = new Dictionary<string, string[]>
    {
        [""] = ["convscope init demo", "convscope build --root demo", "convscope serve --root demo --open"],
        ["init"] = ["convscope init demo", "convscope init my-site --model net.onnx --images pictures"],
        ["build"] =
        [
            "convscope build --root demo",
            "convscope build --root demo --images pictures",
            "convscope build --model net.onnx --images pictures --labels labels.txt --preprocess imagenet --resize cover --filter bilinear --output site",
            "convscope build --root demo --base-url https://example.org/demo/",
            "convscope build --root demo --zip demo.zip",
        ],
        ["serve"] = ["convscope serve --root demo", "convscope serve --root demo --port 8123 --open"],
        ["check"] = ["convscope check site", "convscope check --root demo"],
        ["clean"] = ["convscope clean --root demo"],
        ["inspect"] = ["convscope inspect net.onnx", "convscope inspect net.onnx --json"],
        ["export"] = ["convscope templates export demo/templates --only css/"],
        ["completions"] = ["convscope completions bash"],
    };

    /// <summary>Gives a command line's help its examples.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new Help((SynchronousCommandLineAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (!Examples.TryGetValue(command is RootCommand ? "" : command.Name, out var examples)) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine("  " + example);
        output.WriteLine();
        return result;
    }
}
