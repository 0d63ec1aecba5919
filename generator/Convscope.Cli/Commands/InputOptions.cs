using System.CommandLine;
using Convscope.Site.Configuration;

namespace Convscope.Cli.Commands;

/// <summary>The options that say how a picture becomes the input: each is read as the key of its name in the model's YAML file.</summary>
public sealed class InputOptions
{
    private static readonly Text[] Texts =
    [
        new("preprocess", "A recipe: torchvision, torchvision-232, timm, caffe, tf, torch, mnist; or only its values: imagenet, none; single options override it"),
        new("size", "Rows x columns of the input, for a model that takes any: 224x224"),
        new("layout", "Order of the input's axes where the file leaves it open: NCHW or NHWC"),
        new("orientation", "What is done with the orientation that a file notes: apply or ignore"),
        new("alpha", "What is done with transparency: composite or ignore"),
        new("resize", "How other proportions are treated: stretch, cover, contain, shorter, none, or the shorter side's length: 256"),
        new("filter", "How pixels are made of pixels: area, bilinear, bilinear-plain, bicubic or nearest"),
        new("crop", "What is cut out of the middle: pixels (224) or a share of the side (0.875)"),
        new("grey", "How the colours are weighed for a grey: 601 or 709"),
        new("channels", "Order of the colours: RGB, BGR or GRAY"),
        new("background", "What shows through transparent parts and around: \"#ffffff\""),
        new("scale", "Factor on the values 0 to 255: 1/255"),
        new("mean", "What is then subtracted, one a channel or one for all: 0.485,0.456,0.406"),
        new("std", "What it is divided by: 0.229,0.224,0.225"),
        new("invert", "Take the values from 255 first, for ink on paper"),
    ];

    private readonly Dictionary<string, Option<string[]>> _options;

    /// <summary>Makes the options of a command.</summary>
    /// <param name="command">Gets them.</param>
    /// <param name="keys">Which of them; none for all.</param>
    public InputOptions(Command command, params IReadOnlyList<string> keys)
    {
        _options = Texts.Where(text => keys.Count == 0 || keys.Contains(text.Key))
            .ToDictionary(text => text.Key, text => Make(text.Key, text.Help));
        foreach (var option in _options.Values) command.Options.Add(option);
    }

    /// <summary>What a command line says.</summary>
    public InputSettings Read(ParseResult parsed)
    {
        var settings = new InputSettings();
        foreach (var (key, option) in _options)
        {
            if (parsed.GetResult(option) is { Implicit: false } && parsed.GetValue(option) is { } texts)
                settings = InputKeys.All[key](settings, Given(key, texts)).Settings;
        }

        return settings;
    }

    private static Option<string[]> Make(string key, string help)
    {
        var isList = key is "mean" or "std";
        var option = new Option<string[]>("--" + key)
        {
            Description = help, AllowMultipleArgumentsPerToken = isList, HelpName = isList ? "numbers" : key,
            Arity = isList ? ArgumentArity.OneOrMore : key == "invert" ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
        };
        option.CompletionSources.Add([.. InputKeys.WordsOf(key)]);
        option.Validators.Add(result =>
        {
            if (InputKeys.All[key](new(), Given(key, [.. result.Tokens.Select(token => token.Value)])).Problem is { } problem)
                result.AddError($"--{key} {problem}");
        });
        return option;
    }

    /// <summary><c>--invert</c> alone means yes.</summary>
    private static string[] Given(string key, string[] texts) => key == "invert" && texts.Length == 0 ? ["true"] : texts;

    private sealed record Text(string Key, string Help);
}
