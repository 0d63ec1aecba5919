using System.CommandLine;
using Convscope.Site.Loading;

namespace Convscope.Cli.Commands;

/// <summary>The options of the commands that build a site.</summary>
public sealed class SiteOptions
{
    private readonly Option<string> _root =
        new("--root") { Description = "The site's folder; paths in site.yaml are relative to it", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _config =
        new("--config") { Description = "The configuration, relative to the root [content/site.yaml]" };
    private readonly Option<string?> _model =
        new("--model") { Description = "An ONNX file; a .yaml of the same name beside it declares labels and preprocessing" };
    private readonly Option<string?> _compare =
        new("--compare") { Description = "Another ONNX file, such as the one before quantisation: what differs, picture by picture, layer by layer" };
    private readonly Option<string?> _labels =
        new("--labels") { Description = "The classes: a text file with one a line, a YAML or JSON list, an index of them, or a known list: cifar10" };
    private readonly Option<string?> _images = new("--images") { Description = "A folder of JPEG, PNG or WebP pictures" };
    private readonly Option<string?> _output = new("--output") { Description = "The folder to build into" };
    private readonly Option<string?> _baseUrl =
        new("--base-url") { Description = "Where the site will stand, for canonical links and the sitemap" };
    private readonly Option<Whole?> _jobs = new("--jobs")
    {
        Description = "Threads; 0 takes one a processor", CustomParser = result =>
        Arguments.Whole(result, "--jobs", least: 0)
    };
    private readonly Option<string?> _verify =
        Arguments.Word("--verify", "What happens where a layer isn't what its recomputation gives", "enforce", "warn");
    private readonly InputOptions _input;
    private readonly ReadingOptions _reading;
    private readonly LimitOptions _limits;

    /// <summary>Makes the options of a command.</summary>
    public SiteOptions(Command command)
    {
        foreach (var option in new Option[] { _root, _config, _model, _compare, _labels, _images, _output, _baseUrl, _jobs, _verify })
            command.Options.Add(option);
        (_input, _reading, _limits) = (new(command), new(command), new(command));
    }

    /// <summary>What a command line says.</summary>
    public BuildOptions Read(ParseResult parsed) => new()
    {
        Root = parsed.GetValue(_root)!,
        Config = parsed.GetValue(_config),
        Model = parsed.GetValue(_model),
        Compare = parsed.GetValue(_compare),
        Labels = parsed.GetValue(_labels),
        Images = parsed.GetValue(_images),
        Output = parsed.GetValue(_output),
        BaseUrl = parsed.GetValue(_baseUrl),
        Jobs = parsed.GetValue(_jobs)?.Value ?? 0,
        Input = _input.Read(parsed),
        FoldBatchNorm = _reading.Folds(parsed),
        Probabilities = _reading.Probabilities(parsed),
        Task = _reading.Task(parsed),
        WarnsOfErrors = parsed.GetValue(_verify) is { } word ? word == "warn" : null,
        Limits = _limits.Read(parsed),
    };
}
