using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Site.Lessons.Binding;

/// <summary>What a text may ask of the site but for its layers, so that every sentence is true of it or absent.</summary>
internal static class LessonTraits
{
    /// <summary>Those that are a word.</summary>
    private static readonly Dictionary<string, Func<LessonScope, bool>> Words = new(StringComparer.Ordinal)
    {
        // Of the pictures.
        ["colours"] = scope => InputChannels.Of(scope.Preprocessing.Channels, scope.Network.Input.Shape.Units) is { } sources
            && InputChannels.Colours.All(sources.Contains),
        ["several-pictures"] = scope => scope.Pictures.Length > 1,

        // Of what the network says.
        ["classes"] = scope => SharesOut(scope.Network),
        ["prediction"] = scope => scope.Network.Output.Shape.IsVector && scope.Network.AreProbabilities(scope.Network.Output),
        ["scores"] = scope => SharesOut(scope.Network)
            && scope.Network.InputsOf(scope.Network.Output).All(layer => layer.Operator is IFullyConnected),

        ["try"] = scope => scope.IsLive,

        // Of its training.
        ["history"] = scope => scope.Learning is not null,
        ["history-plain"] = scope => scope.Learning is { Plain: not null },

        // Of the network.
        ["bias"] = scope =>
            scope.Network.Layers.FirstOrDefault(layer => layer.Operator is IHasKernels) is { Operator: IWeighs { HasBias: true } },
        ["dense-bias"] = scope =>
            scope.Network.Layers.LastOrDefault(layer => layer.Operator is IFullyConnected) is { Operator: IWeighs { HasBias: true } },
        ["smaller-maps"] = scope => scope.Network.Layers.Last(layer => layer.Shape.MapSize > 1 || layer == scope.Network.Input) is var last
            && last.Shape.MapSize < scope.Network.Input.Shape.MapSize,
        ["modules"] = scope => !scope.Views.Modules.IsEmpty,
        ["bands"] = scope => scope.Views.Modules.IsEmpty && scope.Network.Layers.Any(layer => scope.Views[layer].Module.Length > 0),
    };

    /// <summary>Those that ask for something by its name: <c>model:tiny-vgg</c>.</summary>
    private static readonly Dictionary<string, Func<LessonScope, string, bool>> Named = new(StringComparer.Ordinal)
    {
        ["model"] = (scope, name) => scope.Model == name,
        ["fact"] = (scope, name) => scope.Facts.ContainsKey(name),
        ["pictures"] = (scope, name) => scope.Collection == name,
        ["smaller"] = (scope, name) => scope.Layer(name, out _).Layer is { Inputs.IsEmpty: false } layer
            && layer.Shape.MapSize < scope.Network[layer.Inputs[0]].Shape.MapSize,
    };

    /// <summary>Whether the site has it; null where the word is none of these.</summary>
    public static bool? Has(LessonScope scope, string need)
    {
        if (Words.TryGetValue(need, out var holds)) return holds(scope);
        var colon = need.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Named.TryGetValue(need[..colon], out var named) ? named(scope, need[(colon + 1)..]) : null;
    }

    /// <summary>A softmax, that shares 1 out among the classes.</summary>
    private static bool SharesOut(NetworkGraph network) =>
        network.Output is { Operator.Gives: OutputKind.Shares, Shape: { IsVector: true, Units: > 1 } }
            && network.AreProbabilities(network.Output);
}
