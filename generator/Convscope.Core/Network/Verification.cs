using System.Collections.Immutable;

namespace Convscope.Core.Network;

/// <summary>
/// Compares what the runtime recorded of a layer with the layer recomputed in double precision from its recorded inputs.
/// </summary>
/// <param name="Layer">Id of the layer.</param>
/// <param name="Absolute">Largest absolute difference.</param>
/// <param name="Relative">The same as a share of the layer's range of values; where the range is zero, of its magnitude.</param>
/// <param name="Picture">Where it was found.</param>
public sealed record LayerError(string Layer, double Absolute, double Relative, string Picture)
{
    /// <summary>The share of a layer's range beyond which a build fails.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>True unless the error is beyond the tolerance; not-a-number isn't within.</summary>
    public bool IsWithin => Relative <= Tolerance;

    /// <summary>Measures every layer that can be recomputed; the others are left out.</summary>
    /// <param name="network">The network.</param>
    /// <param name="activations">What was recorded.</param>
    /// <param name="picture">The picture's id.</param>
    /// <param name="threads">Layers are recomputed on so many threads.</param>
    public static ImmutableArray<LayerError> Measure(NetworkGraph network, Activations activations, string picture, ParallelOptions threads)
    {
        var errors = new LayerError?[network.Layers.Length];
        Parallel.For(0, errors.Length, threads, i => errors[i] = Measure(network.Layers[i], activations, picture));
        return [.. errors.OfType<LayerError>()];
    }

    private static LayerError? Measure(Layer layer, Activations activations, string picture) =>
        layer.Inputs.IsEmpty || layer.Operator.Forward(activations.InputsOf(layer)) is not { } expected
            ? null : Compare(layer, expected, activations[layer].Values, picture);

    /// <summary>The worst of each layer over several pictures, in the order of the first.</summary>
    public static ImmutableArray<LayerError> Worst(IEnumerable<LayerError> errors) =>
        [.. errors.GroupBy(error => error.Layer).Select(group => group.MaxBy(error => double.IsNaN(error.Relative) ? double.PositiveInfinity : error.Relative)!)];

    private static LayerError Compare(Layer layer, double[] expected, float[] recorded, string picture)
    {
        if (expected.Length != recorded.Length)
            return new(layer.Id, double.PositiveInfinity, double.PositiveInfinity, picture);
        double worst = 0, minimum = double.PositiveInfinity, maximum = double.NegativeInfinity;
        for (var i = 0; i < expected.Length; i++)
        {
            // The same infinity is no difference, and says nothing of the range.
            if (expected[i] == recorded[i] && !float.IsFinite(recorded[i])) continue;
            var difference = Math.Abs(expected[i] - recorded[i]);
            if (double.IsNaN(difference)) return new(layer.Id, double.NaN, double.NaN, picture);
            worst = Math.Max(worst, difference);
            minimum = Math.Min(minimum, recorded[i]);
            maximum = Math.Max(maximum, recorded[i]);
        }

        var range = maximum > minimum ? maximum - minimum : Math.Abs(maximum);
        return new(layer.Id, worst, worst == 0 ? 0 : range == 0 ? double.PositiveInfinity : worst / range, picture);
    }
}
