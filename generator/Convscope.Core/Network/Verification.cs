using System.Collections.Immutable;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>
/// Compares what the runtime recorded of a layer with the layer recomputed in double precision from its recorded inputs: all of
/// it or, where that takes more than <see cref="MostMultiplyAdds"/>, a sample of its cells (<see cref="CellSample"/>).
/// </summary>
/// <param name="Layer">Id of the layer.</param>
/// <param name="Absolute">Largest absolute difference.</param>
/// <param name="OfBound">
/// The largest difference as a share of its cell's bound: how far single precision may lead from the exact result, by what was added up on
/// the way (<see cref="Rounding"/>). Beyond 1 it can't be explained by rounding.
/// </param>
/// <param name="Picture">Where it was found.</param>
public sealed record LayerError(string Layer, double Absolute, double OfBound, string Picture)
{
    /// <summary>Multiply-adds of a layer on a picture up to which every cell is recomputed; of more, cells that take about as
    /// many.</summary>
    public const int MostMultiplyAdds = 4_000_000;

    /// <summary>
    /// The largest difference as a share of the layer's range of values, or of a hundredth of its magnitude where the range is smaller;
    /// where all values are 0, nothing or infinity.
    /// </summary>
    public double OfRange { get; init; }

    /// <summary>Cells recomputed, over all pictures.</summary>
    public long Checked { get; init; }

    /// <summary>Cells there are, over all pictures.</summary>
    public long Cells { get; init; }

    /// <summary>True unless the error is more than rounding explains.</summary>
    public bool IsWithin => OfBound <= 1;

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
    public static ImmutableArray<LayerError> Worst(IEnumerable<LayerError> errors) =>
        [.. errors.GroupBy(error => error.Layer).Select(group =>
        group.MaxBy(error => error.OfBound)! with
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
            var recomputed = Array.ConvertAll(cells, cell => recompute(cell));
            return new Comparison(Array.ConvertAll(recomputed, cell => cell.Exact), Array.ConvertAll(cells, cell => output[cell]), inputs)
                .Of(layer, output, picture, () => Array.ConvertAll(recomputed, cell => cell.Bound));
        }

        if (layer.Operator.Forward(inputs) is not { } exact) return null;
        return exact.Length == output.Values.Length
            ? new Comparison(exact, output.Values, inputs).Of(layer, output, picture, () => layer.Operator.Bounds(inputs, exact))
            : new(layer.Id, double.PositiveInfinity, double.PositiveInfinity, picture)
            {
                OfRange = double.PositiveInfinity,
                Cells = output.Shape.Count
            };
    }
}
