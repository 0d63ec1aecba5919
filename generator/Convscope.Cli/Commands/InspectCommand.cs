using System.CommandLine;
using Convscope.Cli.Reporting;
using Convscope.Core.Diagnostics;
using Convscope.Core.Texts;
using Convscope.Inference;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope inspect</c>: what a model is made of, without building anything.</summary>
public static class InspectCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error, bool isRedirected)
    {
        var file = new Argument<string>("model") { Description = "An ONNX file; a .yaml of the same name beside it is read too" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        var command = new Command("inspect", "Lists a model's layers: shapes, parameters, cost, and what is explained") { file };
        var input = new InputOptions(command);
        var reading = new ReadingOptions(command);
        command.Options.Add(json);
        command.Options.Add(debug);
        command.SetAction(parsed =>
        {
            var options = new BuildOptions
            {
                Input = input.Read(parsed), FoldBatchNorm = reading.Folds(parsed),
                Probabilities = reading.Probabilities(parsed), Task = reading.Task(parsed)
            };
            return Guard.Run(
                () =>
                {
                    var (model, metadata) = Load(parsed.GetValue(file)!, options);
                    using var loaded = model;
                    var inspection = Inspection.Of(model, parsed.GetValue(file)!, metadata);
                    if (parsed.GetValue(json)) output.WriteLine(inspection.ToJson());
                    else
                    {
                        InspectionText.Write(inspection, output, isRedirected ? null : Console.WindowWidth);
                        output.WriteLine();
                        var words = parsed.Tokens.Select(token => token.Value).ToArray();
                        output.WriteLine(VisibleText.Line($"to build this: {BuildLine.Of(parsed.GetValue(file)!, words)}"));
                    }

                    return ExitCode.Ok;
                },
                diagnostic => error.WriteLine(diagnostic), parsed.GetValue(debug));
        });
        return command;
    }

    private static (OnnxModel Model, ModelMetadata Metadata) Load(string file, BuildOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var path = new SourcePath(Path.GetFullPath(file), file);
        var bytes = diagnostics.Collect(() => ModelLoader.Bytes(path, diagnostics), []);
        var metadata = diagnostics.Collect(() => ModelLoader.Metadata(path, bytes, options, diagnostics).Metadata, new());
        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)) throw new DiagnosticException(diagnostics);
        var model = OnnxModel.Load(bytes, new(file),
            metadata.ToModelOptions() with { Folder = Path.GetDirectoryName(Path.GetFullPath(file)) });
        if (metadata.UnknownLayers(model.Network).ToArray() is not { Length: > 0 } unknown) return (model, metadata);
        model.Dispose();
        throw new DiagnosticException(unknown);
    }
}
