using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Core.Comparing;

/// <summary>How far what two layers gave for a picture is apart.</summary>
/// <param name="RootMeanSquare">The root of the mean square of the differences of all cells.</param>
/// <param name="Range">From the least to the largest number that either gave.</param>
/// <param name="Worst">The first of the cells that are farthest apart.</param>
/// <param name="Value">What the first layer gave there.</param>
/// <param name="Other">What the other gave there.</param>
public sealed record LayerDifference(double RootMeanSquare, double Range, Cell Worst, float Value, float Other)
{
    /// <summary>Cells in which either gave no finite number: they count for nothing.</summary>
    public int NotFinite { get; init; }

    /// <summary>The root mean square as a share of the range; 0 where nothing differs.</summary>
    public double Relative => RootMeanSquare == 0 ? 0 : RootMeanSquare / Range;

    /// <summary>The difference of the farthest cell, the first layer's number less the other's.</summary>
    public double Largest => (double)Value - Other;

    /// <summary>Compares two tensors of one shape, of numbers that mean what they are (<see cref="RealNumbers"/>).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static LayerDifference Of(Tensor values, Tensor others)
    {
        if (!values.Shape.Equals(others.Shape)) throw new ArgumentException($"{values.Shape} can't be compared with {others.Shape}");
        double sum = 0, least = double.PositiveInfinity, most = double.NegativeInfinity, farthest = -1;
        var (worst, counted) = (0, 0);
        for (var i = 0; i < values.Values.Length; i++)
        {
            double a = values.Values[i], b = others.Values[i];
            if (!double.IsFinite(a) || !double.IsFinite(b)) continue;
            counted++;
            var distance = Math.Abs(a - b);
            sum += distance * distance;
            (least, most) = (Math.Min(least, Math.Min(a, b)), Math.Max(most, Math.Max(a, b)));
            if (distance > farthest) (farthest, worst) = (distance, i);
        }

        return counted == 0 ? new(0, 0, new(0), 0, 0) { NotFinite = values.Values.Length }
            : new(Math.Sqrt(sum / counted), most - least, values.Shape.CellAt(worst), values.Values[worst], others.Values[worst])
            {
                NotFinite = values.Values.Length - counted,
            };
    }

    /// <summary>The mean square of the differences of each unit, in order.</summary>
    public static double[] OfUnits(Tensor values, Tensor others)
    {
        var size = values.Shape.MapSize;
        var sums = new double[values.Shape.Units];
        for (var i = 0; i < values.Values.Length; i++)
        {
            var distance = (double)values.Values[i] - others.Values[i];
            if (double.IsFinite(distance)) sums[i / size] += distance * distance / size;
        }

        return sums;
    }
}

/// <summary>What a layer gave, as the numbers that are meant.</summary>
public static class RealNumbers
{
    /// <summary>Where whole numbers stand for fractions, the fractions; else the numbers as they are.</summary>
    public static Tensor Of(NetworkGraph network, Layer layer, Tensor activation)
    {
        if (WholeLayers.StoresOf(network, layer) is not { } stored) return activation;
        var values = new float[activation.Values.Length];
        for (var i = 0; i < values.Length; i++) values[i] = stored.Real(activation.Values[i], i / activation.Shape.MapSize);
        return new(activation.Shape, values);
    }
}
