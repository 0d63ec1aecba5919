using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;

namespace Convscope.Site.Assets;

/// <summary>Chooses the colour scale and palette of a layer's maps for one picture.</summary>
public static class LayerScales
{
    /// <summary>
    /// The input runs over all that a pixel can be; probabilities from 0 to 1; everything else is zero-centred, so that one
    /// value has one colour before and after an activation.
    /// </summary>
    public static (ColourScale Scale, PaletteName Palette) Of(NetworkGraph network, Layer layer, Tensor activation,
        Preprocessing preprocessing)
    {
        if (layer == network.Input)
        {
            var ends = Enumerable.Range(0, layer.Shape.Units)
                .SelectMany(channel => new[] { preprocessing.Apply(0, channel), preprocessing.Apply(255, channel) }).ToArray();
            return (ColourScale.Sequential(ends.Min(), ends.Max()), PaletteName.Grey);
        }

        if (WholeLayers.StoresOf(network, layer) is { } stored) return (Centred(activation, stored.Zeros[0]), PaletteName.Diverging);
        if (layer.Operator.GivesProbabilities) return (ColourScale.Sequential(0, 1), PaletteName.Probability);
        return (ColourScale.Diverging(activation.Magnitude), PaletteName.Diverging);
    }

    /// <summary>Whole numbers of which one stands for zero have that in the middle.</summary>
    private static ColourScale Centred(Tensor activation, int zero)
    {
        var farthest = Math.Max(Math.Abs(activation.Finite.Maximum - zero), Math.Abs(activation.Finite.Minimum - zero));
        var end = farthest > 0 ? farthest : 1;
        return new(zero - end, zero + end, true);
    }
}
