using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>
/// Compares what the runtime recorded of a layer with the layer recomputed in double precision from its recorded inputs: all of
/// it or, where that takes more than <see cref="MostMultiplyAdds"/>, a sample of its cells (<see cref="CellSample"/>).
/// </summary>
/// <param name="Layer">Id of the layer.</param>
/// <param name="Absolute">Largest absolute difference.</param>
/// <param name="Relative">
/// The same as a share of the layer's range of values, or of a hundredth of its magnitude where the range is smaller: single
/// precision can't tell values apart that lie closer together than that.
/// </param>
/// <param name="Picture">Where it was found.</param>
public sealed record LayerError(string Layer, double Absolute, double Relative, string Picture)
{
    /// <summary>The share of a layer's range beyond which a build fails.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Multiply-adds of a layer on a picture up to which every cell is recomputed; of more, cells that take about as many.</summary>
    public const int MostMultiplyAdds = 4_000_000;

    /// <summary>Cells recomputed, over all pictures.</summary>
    public long Checked { get; init; }

    /// <summary>Cells there are, over all pictures.</summary>
    public long Cells { get; init; }

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

    /// <summary>The worst of each layer over several pictures, in the order of the first.</summary>
    public static ImmutableArray<LayerError> Worst(IEnumerable<LayerError> errors) => [.. errors.GroupBy(error => error.Layer).Select(group =>
        group.MaxBy(error => double.IsNaN(error.Relative) ? double.PositiveInfinity : error.Relative)! with
        {
            Checked = group.Sum(error => error.Checked), Cells = group.Sum(error => error.Cells),
        })];

    private static LayerError? Measure(Layer layer, Activations activations, string picture)
    {
        if (layer.Inputs.IsEmpty) return null;
        var (inputs, output) = (activations.InputsOf(layer), activations[layer]);
        var cost = layer.Operator.MultiplyAdds([.. inputs.Select(input => input.Shape)], layer.Shape);
        if (cost > MostMultiplyAdds && layer.Operator.Recompute(inputs) is { } recompute)
        {
            Cell[] cells = [.. CellSample.Of(output, (int)Math.Max(1, (double)MostMultiplyAdds / cost * output.Shape.Count)).Distinct()];
            return Compare(layer, Array.ConvertAll(cells, cell => recompute(cell)), Array.ConvertAll(cells, cell => output[cell]), output, picture);
        }

        if (layer.Operator.Forward(inputs) is not { } expected) return null;
        return expected.Length == output.Values.Length ? Compare(layer, expected, output.Values, output, picture)
            : new(layer.Id, double.PositiveInfinity, double.PositiveInfinity, picture) { Cells = output.Shape.Count };
    }

    private static LayerError Compare(Layer layer, double[] expected, float[] recorded, Tensor output, string picture)
    {
        var counted = new LayerError(layer.Id, double.NaN, double.NaN, picture) { Checked = expected.Length, Cells = output.Shape.Count };
        double worst = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            // The same infinity is no difference, and says nothing of the range.
            if (expected[i] == recorded[i] && !float.IsFinite(recorded[i])) continue;
            var difference = Math.Abs(expected[i] - recorded[i]);
            if (double.IsNaN(difference)) return counted;
            worst = Math.Max(worst, difference);
        }

        // Runtimes compute exponentials to an error of their whole scale of 0 to 1, however close to an end a probability is.
        var least = layer.Operator.GivesProbabilities ? 0.01 : output.Magnitude / 100;
        var range = Math.Max((double)output.Finite.Maximum - output.Finite.Minimum, least);
        return counted with { Absolute = worst, Relative = worst == 0 ? 0 : range == 0 ? double.PositiveInfinity : worst / range };
    }
}
