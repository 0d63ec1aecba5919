using System.CommandLine;

namespace Convscope.Cli.Commands;

/// <summary>The options that say how a model is read.</summary>
public sealed class ReadingOptions
{
    private readonly Option<bool?> _fold = new("--fold-batch-norm") { Description = "Make batch normalisation part of the convolution before it" };
    private readonly Option<string?> _probabilities = Arguments.Word("--probabilities", "Probabilities for a network that ends in logits", "derive", "none");

    /// <summary>Makes the options of a command.</summary>
    public ReadingOptions(Command command)
    {
        command.Options.Add(_fold);
        command.Options.Add(_probabilities);
    }

    /// <summary>Whether batch normalisation is folded; null where nothing is said.</summary>
    public bool? Folds(ParseResult parsed) => parsed.GetValue(_fold);

    /// <summary>Whether logits get probabilities; null where nothing is said.</summary>
    public bool? Derives(ParseResult parsed) => parsed.GetValue(_probabilities) is { } word ? word == "derive" : null;
}
