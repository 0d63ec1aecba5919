using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>How active each unit of a network is on one picture: two numbers a unit, small enough to be kept for every picture.</summary>
public sealed class UnitActivity
{
    private readonly Dictionary<string, LayerActivity> _byLayer;

    /// <summary>What was measured before.</summary>
    public UnitActivity(IEnumerable<LayerActivity> layers) => _byLayer = layers.ToDictionary(layer => layer.Layer, StringComparer.Ordinal);

    /// <summary>Measures every unit of every layer.</summary>
    public static UnitActivity Of(NetworkGraph network, Activations activations) =>
        new(network.Layers.Select(layer => Measure(layer.Id, activations[layer])));

    /// <summary>Mean absolute value of each unit of a layer; what is not finite counts as zero.</summary>
    public IReadOnlyList<float> Means(Layer layer) => _byLayer[layer.Id].Means;

    /// <summary>Largest value of each unit of a layer.</summary>
    public IReadOnlyList<float> Maxima(Layer layer) => _byLayer[layer.Id].Maxima;

    private static LayerActivity Measure(string layer, Tensor activation)
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

        return new(layer, means, maxima);
    }
}

/// <summary>How active the units of a layer are on one picture.</summary>
/// <param name="Layer">The layer's id.</param>
/// <param name="Means">The mean absolute value of each.</param>
/// <param name="Maxima">The largest value of each.</param>
public sealed record LayerActivity(string Layer, float[] Means, float[] Maxima);
