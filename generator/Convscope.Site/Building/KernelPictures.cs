using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Draws every shown kernel of every layer that has kernels once, on its layer's common scale.</summary>
public sealed class KernelPictures
{
    private readonly Dictionary<(string Layer, int Unit, int Input), KernelView> _kernels = [];
    private readonly Dictionary<string, ScaleView> _scales = [];

    /// <summary>Draws and writes them.</summary>
    public KernelPictures(NetworkGraph network, StagedSite staged, int maxUnits)
    {
        foreach (var layer in network.Layers)
        {
            if (layer.Operator is IHasKernels op) Draw(layer, op, staged, maxUnits);
        }
    }

    /// <summary>How many were drawn.</summary>
    public int Count => _kernels.Count;

    /// <summary>The colour scale of a layer's kernels.</summary>
    public ScaleView Scale(Layer layer) => _scales[layer.Id];

    /// <summary>The picture of the kernel between two units, or empty.</summary>
    public string Of(Layer layer, int unit, int input) => _kernels.GetValueOrDefault((layer.Id, unit, input))?.Picture ?? "";

    /// <summary>The kernels of one unit, in the order of its input units.</summary>
    public ImmutableArray<KernelView> Of(Layer layer, int unit) =>
        [.. _kernels.Where(pair => pair.Key.Layer == layer.Id && pair.Key.Unit == unit).OrderBy(pair => pair.Key.Input).Select(pair => pair.Value)];

    /// <summary>The units whose kernels were drawn.</summary>
    public ImmutableArray<int> Units(Layer layer) =>
        [.. _kernels.Keys.Where(key => key.Layer == layer.Id).Select(key => key.Unit).Distinct().Order()];

    private void Draw(Layer layer, IHasKernels op, StagedSite staged, int maxUnits)
    {
        var scale = ColourScale.Diverging(op.Weights.ToArray().Select(Math.Abs).DefaultIfEmpty(0).Max());
        var decimals = Decimals.ForMagnitude(scale.Maximum);
        _scales[layer.Id] = new(
            "diverging", scale.Minimum, scale.Maximum,
            new Html(ColourBar.Svg(scale, PaletteName.Diverging, decimals, $"Colour scale of the kernels of {layer.Name}", $"kernels-{layer.Id}")));
        for (var unit = 0; unit < Math.Min(layer.Shape.Units, maxUnits); unit++)
        {
            for (var i = 0; i < Math.Min(op.InputsPerGroup, maxUnits); i++)
            {
                var input = op.InputChannelOf(unit, i);
                var png = MapPicture.Render(op.Kernel(unit, i), op.KernelHeight, op.KernelWidth, scale, PaletteName.Diverging);
                var route = string.Create(CultureInfo.InvariantCulture, $"kernels/{layer.Id}/{unit}-{input}-{StagedSite.Hash(png)}.png");
                staged.Add(route, png);
                var alt = string.Create(CultureInfo.InvariantCulture, $"Kernel from input unit {input} to unit {unit}");
                _kernels[(layer.Id, unit, input)] = new(unit, input, route, op.KernelWidth, op.KernelHeight, alt, Weights(op.Kernel(unit, i)));
            }
        }
    }

    private static string Weights(ReadOnlySpan<float> kernel) =>
        string.Join(' ', kernel.ToArray().Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));
}
