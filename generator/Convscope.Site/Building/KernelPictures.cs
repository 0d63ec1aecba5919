using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// Draws the kernels between shown units of every layer that has kernels once, on their layer's common scale; where none of the units
/// that a layer reads is shown, no kernel is.
/// </summary>
public sealed class KernelPictures
{
    private readonly ImmutableDictionary<string, Drawn> _layers;
    private readonly StagedSite _staged;

    /// <summary>Draws and writes them.</summary>
    public KernelPictures(NetworkGraph network, StagedSite staged, UnitPlan plan, ParallelOptions threads)
    {
        _staged = staged;
        var layers = network.Layers.Where(layer => layer.Operator is IHasKernels).ToArray();
        var drawn = new Drawn[layers.Length];
        BuildThreads.Each(layers.Length, threads, i =>
            drawn[i] = Draw(layers[i], plan.Units(layers[i]), plan.Units(network[layers[i].Inputs[0]])));
        _layers = drawn.ToImmutableDictionary(layer => layer.Layer.Id);
    }

    /// <summary>The colour scale of a layer's kernels.</summary>
    public ScaleView Scale(Layer layer, Words words)
    {
        var scale = _layers[layer.Id].Scale;
        var decimals = Decimals.ForMagnitude(scale.Maximum);
        return new(
            "diverging", scale.Minimum, scale.Maximum,
            new Html(ColourBar.Svg(scale, PaletteName.Diverging, decimals,
                words["scale_of_kernels", layer.ShownName], $"kernels-{layer.Id}")));
    }

    /// <summary>Where the colours of a layer's kernels end, on both sides of zero; 0 where it has none.</summary>
    public double Magnitude(Layer layer) => _layers.TryGetValue(layer.Id, out var drawn) ? drawn.Scale.Maximum : 0;

    /// <summary>The picture of the kernel between two units, or empty.</summary>
    public string Of(Layer layer, int unit, int input) =>
        _layers.TryGetValue(layer.Id, out var drawn) ? drawn.Routes.GetValueOrDefault((unit, input)) ?? "" : "";

    /// <summary>The kernels of one unit, in the order of its input units.</summary>
    /// <param name="channel">What an input unit is called, where it is a channel of the picture.</param>
    public ImmutableArray<KernelView> Of(Layer layer, int unit, Words words, Func<int, string>? channel = null)
    {
        var (conv, drawn) = ((IHasKernels)layer.Operator, _layers[layer.Id]);
        return [..
            from i in Enumerable.Range(0, conv.InputsPerGroup)
            let input = conv.InputChannelOf(unit, i)
            where drawn.Routes.ContainsKey((unit, input))
            let alt = channel is null ? words["kernel_from_to", input, unit] : words["alt_kernel", channel(input),
                words["unit_number", unit]]
            select new KernelView(unit, input, drawn.Routes[(unit, input)], conv.KernelWidth, conv.KernelHeight, alt,
                Weights(conv.Kernel(unit, i)))];
    }

    private Drawn Draw(Layer layer, ImmutableArray<int> units, ImmutableArray<int> inputs)
    {
        var conv = (IHasKernels)layer.Operator;
        var magnitude = 0f;
        foreach (var weight in conv.Weights) magnitude = Math.Max(magnitude, Math.Abs(weight));
        var drawn = new Drawn(layer, ColourScale.Diverging(magnitude), []);
        var shown = inputs.ToHashSet();
        foreach (var unit in units)
        {
            for (var i = 0; i < conv.InputsPerGroup; i++)
            {
                var input = conv.InputChannelOf(unit, i);
                if (!shown.Contains(input)) continue;
                var png = MapPicture.Render(conv.Kernel(unit, i), conv.KernelHeight, conv.KernelWidth, drawn.Scale, PaletteName.Diverging);
                var route = string.Create(CultureInfo.InvariantCulture, $"kernels/{layer.Id}/{unit}-{input}-{StagedSite.Hash(png)}.png");
                _staged.Add(route, png);
                drawn.Routes[(unit, input)] = route;
            }
        }

        return drawn;
    }

    private static string Weights(ReadOnlySpan<float> kernel) =>
        string.Join(' ', kernel.ToArray().Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));

    private sealed record Drawn(Layer Layer, ColourScale Scale, Dictionary<(int Unit, int Input), string> Routes);
}
