using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;
using Convscope.Site.Loading;

namespace Convscope.Site.Building;

/// <summary>What is said of an output, or an input, that is only likely to be what it is taken for, with the option that settles
/// it.</summary>
public static class OutputNotice
{
    /// <summary>One sentence, or none.</summary>
    public static IEnumerable<string> Of(NetworkGraph network)
    {
        var (meaning, shape) = (network.Meaning, network.Output.Shape);
        if (meaning.Probabilities == ProbabilityOrigin.Assumed)
        {
            yield return $"a {network.Output.Name} was added, and pages say \"if these are logits\": {meaning.Reason}, and there are no labels (--labels names the classes, "
                + "--probabilities none shows the numbers, --task says what they are)";
        }
        else if (meaning is { Task: NetworkTask.Regressor, IsDeclared: false } && shape is { MapSize: 1, Units: > 1 })
        {
            yield return $"the output is shown as {shape.Units} numbers: {meaning.Reason} (--labels or --task classifier if they are classes, --task regressor if not)";
        }
    }

    /// <summary>Doubts about how pictures are prepared.</summary>
    public static IEnumerable<Diagnostic> OfRecipe(IEnumerable<RecipeDoubt> doubts, SourcePath model) =>
        doubts.Select(doubt => Diagnostic.Warning(DiagnosticCodes.RecipeDoubtful, doubt.Message, new(model.Shown)));

    /// <summary>The class names of the model's own file, where its output isn't one number, or one map, for each.</summary>
    public static IEnumerable<Diagnostic> OfLabels(NetworkGraph network, SiteSources sources)
    {
        var (metadata, output) = (sources.Metadata, network.Output);
        if (!metadata.AreLabelsOfFile || network.Meaning.Task == NetworkTask.Detector || metadata.LabelsOf(network).Length > 0) return [];
        return [Diagnostic.Warning(
            DiagnosticCodes.FileLabels,
            $"the file names {metadata.Labels.Length} classes, but its output '{output.Name}' has {output.Shape.Units}: the names aren't used (--labels gives others)", new(sources.ModelFile.Shown))];
    }
}
