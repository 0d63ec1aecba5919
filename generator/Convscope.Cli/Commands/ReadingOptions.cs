using System.CommandLine;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Site.Configuration;

namespace Convscope.Cli.Commands;

/// <summary>The options that say how a model is read.</summary>
public sealed class ReadingOptions
{
    private readonly Option<bool?> _fold =
        new("--fold-batch-norm") { Description = "Make batch normalisation part of the convolution before it" };
    private readonly Option<string?> _probabilities =
        Arguments.Word("--probabilities", "What makes probabilities of logits, a softmax or sigmoids", [.. OutputWords.Probabilities.Keys]);
    private readonly Option<string?> _task = Arguments.Word("--task", "What the network's output is", [.. OutputWords.Tasks.Keys]);

    /// <summary>Makes the options of a command.</summary>
    public ReadingOptions(Command command)
    {
        command.Options.Add(_fold);
        command.Options.Add(_probabilities);
        command.Options.Add(_task);
    }

    /// <summary>Whether batch normalisation is folded; null where nothing is said.</summary>
    public bool? Folds(ParseResult parsed) => parsed.GetValue(_fold);

    /// <summary>What makes probabilities of logits; null where nothing is said.</summary>
    public ProbabilityChoice? Probabilities(ParseResult parsed) =>
        parsed.GetValue(_probabilities) is { } word ? OutputWords.Probabilities[word] : null;

    /// <summary>What the output is; null where nothing is said.</summary>
    public NetworkTask? Task(ParseResult parsed) => parsed.GetValue(_task) is { } word ? OutputWords.Tasks[word] : null;
}
