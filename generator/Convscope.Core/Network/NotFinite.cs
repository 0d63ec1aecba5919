using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>Where a picture's numbers first cease to be finite: the layer whose inputs all are, and whose output isn't.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Picture">The picture's id.</param>
/// <param name="First">The first such cell.</param>
/// <param name="Value">What it holds: not a number, or an infinity.</param>
/// <param name="Count">How many such cells there are.</param>
public sealed record NotFinite(Layer Layer, string Picture, Cell First, float Value, int Count)
{
    /// <summary>The first such layer of a picture; null where all numbers are finite.</summary>
    public static NotFinite? Of(NetworkGraph network, Activations activations, string picture)
    {
        foreach (var layer in network.Layers)
        {
            var output = activations[layer];
            if (output.NotFinite == 0) continue;
            var first = Array.FindIndex(output.Values, value => !float.IsFinite(value));
            return new(layer, picture, output.Shape.CellAt(first), output.Values[first], output.NotFinite);
        }

        return null;
    }
}
