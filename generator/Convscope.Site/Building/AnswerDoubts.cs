using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;

namespace Convscope.Site.Building;

/// <summary>Pictures that all get nearly the same answer: what a network gives that can't make out its input.</summary>
public static class AnswerDoubts
{
    /// <summary>Of fewer pictures it may be chance.</summary>
    private const int FewestPictures = 3;

    /// <summary>So small a part of what the numbers differ by among themselves is no answer to a picture.</summary>
    private const double Nearly = 0.02;

    /// <summary>One doubt, or none.</summary>
    public static IEnumerable<RecipeDoubt> Of(NetworkGraph network, ImmutableArray<PictureSurvey> pictures)
    {
        if (pictures.Length < FewestPictures || network.Output.Shape is not { MapSize: 1, Units: > 1 }) return [];
        var inputs = pictures.Select(picture => picture.Activity.Means(network.Input)).ToArray();
        if (!inputs.Skip(1).Any(means => !means.SequenceEqual(inputs[0]))) return [];

        // Probabilities near 0 and 1 hide what the logits before them say.
        var layer = network.AreProbabilities(network.Output) && network.Output.Inputs is [var logits]
            && network[logits].Shape.Equals(network.Output.Shape) ? network[logits] : network.Output;
        float[][] answers = [.. pictures.Select(picture => Centred(picture.Activity.Means(layer)))];
        var units = Enumerable.Range(0, answers[0].Length);
        var spread = units.Max(unit => answers.Max(answer => answer[unit]) - answers.Min(answer => answer[unit]));
        var among = answers[0].Max() - answers[0].Min();
        if (!(spread < Nearly * among)) return [];
        return [new(
            "same", $"all {pictures.Length} pictures get nearly the same answer, as if the network couldn't make out its input; say how pictures were prepared in training: --preprocess, or --scale, --mean and --std",
            [$"{pictures.Length}"])];
    }

    /// <summary>To add the same to all logits changes no answer.</summary>
    private static float[] Centred(IReadOnlyList<float> values)
    {
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }
}
