using Convscope.Core.Operators;

namespace Convscope.Core.Network.Doubts;

/// <summary>
/// The first batch normalisation remembers the mean of what training saw in each of its units. Behind one convolution that is the sum of a
/// kernel's weights times the mean of the input, and so all units together tell what the mean of the input was, with an error that is
/// known. Only a mean is doubted that no picture of the recipe's range could well have.
/// </summary>
internal static class BatchNormDoubts
{
    /// <summary>Fewer units don't tell how sure they are.</summary>
    private const int FewestUnits = 8;

    /// <summary>So many standard errors are certain.</summary>
    private const double Certain = 4;

    /// <summary>Pictures whose mean is in the darkest or brightest tenth of the range are rare; data sets of such rarer.</summary>
    private const double Tenth = 0.1;

    public static IEnumerable<RecipeDoubt> Of(NetworkGraph network, RecipeRange range)
    {
        if (network.Input.Shape.Units != 3 || Trained(network) is not { } seen) return [];
        var (low, high) = (range.Low + (Tenth * range.Span), range.High - (Tenth * range.Span));
        if (seen.Mean + (Certain * seen.Error) >= low && seen.Mean - (Certain * seen.Error) <= high) return [];
        var mean = RecipeDoubt.Text(Math.Round(seen.Mean, 2));
        return [new(
            "trained", $"the batch normalisation '{seen.Layer.ShownName}' was trained on pictures whose values have a mean of about {mean}, and the recipe's reach from {RecipeDoubt.Text(range.Low)} to {RecipeDoubt.Text(range.High)}; "
            + "say how pictures were prepared in training: --preprocess, or --scale, --mean and --std",
                [seen.Layer.ShownName, mean, RecipeDoubt.Text(range.Low), RecipeDoubt.Text(range.High)])];
    }

    private static (Layer Layer, double Mean, double Error)? Trained(NetworkGraph network)
    {
        foreach (var layer in network.ReadersOf(network.Input))
        {
            if (layer.Operator is IRemembersTraining { IsUntrained: false } own) return (layer, own.Means.ToArray().Average(), 0);
            if (layer.Operator is IHasKernels { InputsPerGroup: 3 } conv and IHasWindow
                && network.ReadersOf(layer)
                    .FirstOrDefault(reader => reader.Operator is IRemembersTraining { IsUntrained: false }) is { } norm
                && Estimate(layer.Shape.Units, conv, (IRemembersTraining)norm.Operator) is { } estimate)
                return (norm, estimate.Mean, estimate.Error);
        }

        return null;
    }

    /// <summary>The mean of the input, the same in all channels, that explains the units' means best: least squares.</summary>
    private static (double Mean, double Error)? Estimate(int units, IHasKernels conv, IRemembersTraining norm)
    {
        if (units < FewestUnits) return null;
        double product = 0, square = 0;
        for (var unit = 0; unit < units; unit++)
        {
            var (sum, mean) = At(unit);
            product += sum * mean;
            square += sum * sum;
        }

        if (square == 0) return null;
        var best = product / square;
        double rest = 0;
        for (var unit = 0; unit < units; unit++)
        {
            var (sum, mean) = At(unit);
            rest += (mean - (best * sum)) * (mean - (best * sum));
        }

        return (best, Math.Sqrt(rest / (units - 1) / square));

        (double Sum, double Mean) At(int unit)
        {
            double sum = 0;
            for (var i = 0; i < conv.InputsPerGroup; i++)
            {
                foreach (var weight in conv.Kernel(unit, i)) sum += weight;
            }

            return (sum, norm.Means[unit] - (conv.HasBias ? conv.Bias(unit) : 0));
        }
    }
}
