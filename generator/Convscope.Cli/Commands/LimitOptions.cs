using System.CommandLine;
using System.CommandLine.Parsing;
using Convscope.Site.Configuration;

namespace Convscope.Cli.Commands;

/// <summary>The options that say how much of a large model, or of many pictures, a site shows.</summary>
public sealed class LimitOptions
{
    private readonly Option<Whole?> _units = Count("units", "Units of a layer that get a map and a page");
    private readonly Option<Whole?> _layers = Count("layers", "Layers that get pages for each picture");
    private readonly Option<Whole?> _pictures = Count("pictures", "Pictures that the network is run on");
    private readonly Option<Size?> _bytes =
        new("--max-bytes") { Description = "Size of the whole site: 60MB", HelpName = "size", CustomParser = Bytes };

    /// <summary>Makes the options of a command.</summary>
    public LimitOptions(Command command)
    {
        foreach (var option in new Option[] { _units, _layers, _pictures, _bytes }) command.Options.Add(option);
    }

    /// <summary>What a command line says.</summary>
    public SiteLimits Read(ParseResult parsed) => new()
    {
        Units = parsed.GetValue(_units)?.Value, Layers = parsed.GetValue(_layers)?.Value, Pictures =
            parsed.GetValue(_pictures)?.Value, Bytes = parsed.GetValue(_bytes)?.Bytes,
    };

    private static Option<Whole?> Count(string what, string help) => new("--max-" + what)
    {
        Description = help, HelpName = "number", CustomParser = result => Arguments.Whole(result, $"--max-{what}", least: 1),
    };

    private static Size? Bytes(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var bytes = ByteSize.Parse(text);
        if (bytes is null) result.AddError($"--max-bytes must be {ByteSize.Form}, but is '{text}'");
        return bytes is { } number ? new(number) : null;
    }

    private sealed record Size(long Bytes);
}
