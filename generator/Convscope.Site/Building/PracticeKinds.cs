using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Practice;
using Convscope.Core.Texts;

namespace Convscope.Site.Building;

/// <summary>What there is to practise in a network: cells of its operators, sizes of maps, and counts of parameters.</summary>
public static class PracticeKinds
{
    /// <summary>The size of a map after a window.</summary>
    public const string Size = "size";

    /// <summary>How many parameters a layer has.</summary>
    public const string Parameters = "parameters";

    /// <summary>What is practised besides cells of operators.</summary>
    public static readonly ImmutableArray<string> Counts = [Size, Parameters];

    /// <summary>Those of a network with their names, in the order of its layers; the same for every picture.</summary>
    public static ImmutableArray<(string Kind, Phrase Title)> Of(NetworkGraph network)
    {
        var kinds = network.Layers.Where(IsPractised).DistinctBy(layer => layer.Operator.Kind)
            .Select(layer => (layer.Operator.Kind, Phrase.Named("operator", layer.Operator.Kind))).ToList();
        if (network.Layers.Any(layer => layer.Operator is IHasWindow)) kinds.Add((Size, new("pr_size")));
        if (network.Layers.Any(layer => layer.Operator is IWeighs)) kinds.Add((Parameters, new("pr_parameters")));
        return [.. kinds];
    }

    /// <summary>Whether cells of a layer can be worked out by hand.</summary>
    public static bool IsPractised(Layer layer) => layer.Operator is IPractised { IsPractised: true } && layer.Inputs.Length == 1;
}
