using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>How active each unit of a network is on one picture: two numbers a unit, small enough to be kept for every picture.</summary>
public sealed class UnitActivity
{
    private readonly ImmutableDictionary<string, (float[] Means, float[] Maxima)> _byLayer;

    private UnitActivity(ImmutableDictionary<string, (float[] Means, float[] Maxima)> byLayer) => _byLayer = byLayer;

    /// <summary>Measures every unit of every layer.</summary>
    public static UnitActivity Of(NetworkGraph network, Activations activations) =>
        new(network.Layers.ToImmutableDictionary(layer => layer.Id, layer => Measure(activations[layer])));

    /// <summary>What was measured before.</summary>
    public static UnitActivity Of(IEnumerable<(string Layer, float[] Means, float[] Maxima)> layers) =>
        new(layers.ToImmutableDictionary(layer => layer.Layer, layer => (layer.Means, layer.Maxima)));

    /// <summary>Mean absolute value of each unit of a layer; what is not finite counts as zero.</summary>
    public IReadOnlyList<float> Means(Layer layer) => _byLayer[layer.Id].Means;

    /// <summary>Largest value of each unit of a layer.</summary>
    public IReadOnlyList<float> Maxima(Layer layer) => _byLayer[layer.Id].Maxima;

    private static (float[] Means, float[] Maxima) Measure(Tensor activation)
    {
        var units = activation.Shape.Units;
        var (means, maxima) = (new float[units], new float[units]);
        for (var unit = 0; unit < units; unit++)
        {
            var map = activation.Map(unit);
            double sum = 0;
            var maximum = map[0];
            foreach (var value in map)
            {
                if (float.IsFinite(value)) sum += Math.Abs(value);
                if (value > maximum) maximum = value;
            }

            (means[unit], maxima[unit]) = ((float)(sum / map.Length), maximum);
        }

        return (means, maxima);
    }
}
