using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Core.Network.Doubts;

/// <summary>A network that scales or standardises its input itself, in its first layers, fed with values to which that was done
/// already.</summary>
internal static class InsideDoubts
{
    /// <summary>So many layers at most are looked at.</summary>
    private const int MostLayers = 6;

    /// <summary>Values that reach no further than this aren't those of a picture's file.</summary>
    private const double Scaled = 20;

    public static IEnumerable<RecipeDoubt> Of(NetworkGraph network, Preprocessing recipe, RecipeRange range)
    {
        var first = First(network);
        if (first.Count == 0) yield break;
        var name = first[0].ShownName;
        var (gain, offset) = Line(network, first);
        if (range.Span <= Scaled && gain is > 0 and <= 0.05)
        {
            var divisor = RecipeDoubt.Text(Math.Round(1 / gain, 1));
            yield return new(
                "divides", $"the network divides by {divisor} itself, from its layer '{name}' on, and the values that it is fed reach from {RecipeDoubt.Text(range.Low)} to {RecipeDoubt.Text(range.High)} only: they are scaled twice; "
                + "add --preprocess none (`scale: 1` under `input:`)",
                    [name, divisor, RecipeDoubt.Text(range.Low), RecipeDoubt.Text(range.High)]);
        }
        else if (range.Span <= Scaled && offset <= -Scaled && gain > 0)
        {
            var mean = RecipeDoubt.Text(Math.Round(-offset / gain, 1));
            yield return new(
                "subtracts", $"the network subtracts about {mean} itself, from its layer '{name}' on, and the values that it is fed reach from {RecipeDoubt.Text(range.Low)} to {RecipeDoubt.Text(range.High)} only; "
                + "add --preprocess none (`scale: 1` under `input:`)",
                    [name, mean, RecipeDoubt.Text(range.Low), RecipeDoubt.Text(range.High)]);
        }
        else if (recipe.Mean.Length > 0 && range is { Low: < -0.3, High: < Scaled } && gain is >= 1.5 and <= 10
            && offset is <= -0.3 and >= -4)
        {
            yield return new(
                "twice", $"the network standardises its input itself, from its layer '{name}' on, and a mean was subtracted already; leave out --mean, --std and --preprocess (values of 0 to 1 remain)", [name]);
        }
    }

    /// <summary>The layers from the input on that do nothing but arithmetic with constants, one after another.</summary>
    private static List<Layer> First(NetworkGraph network)
    {
        var (layers, last) = (new List<Layer>(), network.Input);
        while (layers.Count < MostLayers && network.ReadersOf(last)
            .ToArray() is [{ Inputs.Length: 1 } next] && IsArithmetic(next.Operator.Joins) && next.Shape.Equals(network.Input.Shape))
        {
            layers.Add(next);
            last = next;
        }

        return layers;
    }

    private static bool IsArithmetic(Joining joining) =>
        joining is Joining.Sum or Joining.Difference or Joining.Product or Joining.Quotient;

    /// <summary>What the layers do to a number, over all channels: how steep, and what becomes of 0.</summary>
    private static (double Gain, double Offset) Line(NetworkGraph network, List<Layer> layers)
    {
        double Through(float value)
        {
            var numbers = new float[network.Input.Shape.Count];
            Array.Fill(numbers, value);
            return layers.Aggregate(new Tensor(network.Input.Shape, numbers), (input, layer) =>
                new(layer.Shape, [.. layer.Operator.Forward([input])!.Select(number => (float)number)])).Values.Average();
        }

        var offset = Through(0);
        return ((Through(255) - offset) / 255, offset);
    }
}
