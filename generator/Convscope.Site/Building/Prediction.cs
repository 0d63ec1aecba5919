using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Site.Assets;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Building;

/// <summary>What a network says of a picture, read off its output.</summary>
/// <param name="Label">The class as the model names it, or empty where it doesn't.</param>
/// <param name="Name">The class in the words of a language. Hostile until escaped.</param>
/// <param name="Share">Its probability, for people.</param>
public sealed record Prediction(string Label, string Name, string Share)
{
    /// <summary>True for a network that gives one probability, a sigmoid's: yes or no.</summary>
    public static bool IsYesOrNo(NetworkGraph network) =>
        network.AreProbabilities(network.Output) && network.Output.Shape is { IsVector: true, Units: 1 };

    /// <summary>Reads an output; null when it holds no probabilities.</summary>
    /// <param name="network">The network.</param>
    /// <param name="values">What its output gave.</param>
    /// <param name="labels">The model's labels; of one probability alone, no and yes, or only yes.</param>
    /// <param name="nameOf">The name of a unit.</param>
    /// <param name="words">The words of the language.</param>
    /// <param name="truth">What the picture shows, or empty.</param>
    public static Prediction? Of(NetworkGraph network, float[] values, ImmutableArray<string> labels, Func<int, string> nameOf,
        string truth, Words words)
    {
        var output = network.Output;
        if (values.Length == 0 || !network.AreProbabilities(output)) return null;
        if (IsYesOrNo(network)) return YesOrNo(values[0], labels, words);

        // A softmax shares 1 out among the classes, and the largest share wins. A sigmoid's classes each have a probability of
        // their own, so that several can be said at once: then the true one counts when it is among them.
        var top = Array.IndexOf(values, values.Max());
        if (output.Operator.Gives != OutputKind.Shares && labels.IndexOf(truth) is >= 0 and var index && index < values.Length
            && values[index] >= 0.5f) top = index;
        return new(top < labels.Length ? labels[top] : "", nameOf(top), TextAlternative.Share(values[top], words));
    }

    private static Prediction YesOrNo(float value, ImmutableArray<string> labels, Words words)
    {
        var (no, yes) = labels switch
        {
            [var first, var second] => (words.Name(first), words.Name(second)),
            [var only] => (words["not_label", words.Name(only)], words.Name(only)),
            _ => (words["no"], words["yes"]),
        };
        return value >= 0.5f ? new(labels.IsEmpty ? "" : labels[^1], yes, TextAlternative.Share(value, words)) : new(labels.Length == 2
            ? labels[0] : "", no, TextAlternative.Share(1 - value, words));
    }
}
