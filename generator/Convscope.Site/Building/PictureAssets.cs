using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Assets;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Renders every map of one picture and says where each lies. What it is called is said by <see cref="MapTexts"/>, in each
/// language.</summary>
public sealed class PictureAssets(NetworkGraph network, Preprocessing preprocessing, NetworkViews views, StagedSite staged, UnitPlan plan)
{
    private readonly ContactSheet _sheets = new(staged);

    /// <summary>Renders and writes the maps and data of every layer of a run.</summary>
    public ImmutableDictionary<string, MapsView> Write(PictureRun run, ParallelOptions threads)
    {
        var views = new MapsView[network.Layers.Length];
        BuildThreads.Each(views.Length, threads, i => views[i] = Layer(run, network.Layers[i]));
        return views.ToImmutableDictionary(view => view.Layer.Id);
    }

    private MapsView Layer(PictureRun run, Layer layer)
    {
        var picture = run.Entry.Id;
        var activation = run.Activations[layer];
        var (scale, palette) = LayerScales.Of(network, layer, activation, preprocessing);
        var decimals = WholeLayers.StoresOf(network, layer) is null
            ? Decimals.ForMagnitude(Math.Max(Math.Abs(scale.Minimum), Math.Abs(scale.Maximum))) : 0;
        var shown = plan.Units(layer);
        var units = shown.Select(unit => layer.Shape.MapSize == 1
            ? Neuron(picture, layer, activation, unit, scale, palette, decimals)
            : Map(picture, layer, activation, unit, scale, palette, decimals)).ToImmutableArray();
        var minimum = activation.Values.Min();
        var maximum = activation.Values.Max();
        var zeros = activation.Values.Count(value => value == 0) / (double)activation.Values.Length;
        return new(
            views[layer], Routes.Layer(picture, layer.Id), units, layer.Shape.Units, layer.Shape.Units - shown.Length,
            new(palette.ToString().ToLowerInvariant(), scale.Minimum, scale.Maximum, default) { Decimals = decimals }, "", "",
                VectorData(picture, layer, activation))
        {
            Lowest = minimum, Highest = maximum, ZeroPart = zeros,
            Sheet = shown.Length < layer.Shape.Units && layer.Operator is not ILaysOut
                ? _sheets.Of(picture, layer, activation, scale, palette, units) : null,
        };
    }

    private string VectorData(string picture, Layer layer, Tensor activation)
    {
        if (layer.Shape.MapSize > 1) return "";
        var key = $"{picture}/{layer.Id}/all";
        var data = DataFile.Write(key, activation.Values);
        var route = $"data/{key}-{StagedSite.Hash(data)}.js";
        staged.Add(route, data);
        return route;
    }

    private UnitView Map(string picture, Layer layer, Tensor activation, int unit, ColourScale scale, PaletteName palette, int decimals)
    {
        var map = activation.Map(unit);
        var statistics = MapStatistics.Of(activation, unit);
        var png = MapPicture.Render(map, layer.Shape.Height, layer.Shape.Width, scale, palette);
        var route = string.Create(CultureInfo.InvariantCulture, $"maps/{picture}/{layer.Id}/{unit}-{StagedSite.Hash(png)}.png");
        staged.Add(route, png);
        var key = string.Create(CultureInfo.InvariantCulture, $"{picture}/{layer.Id}/{unit}");
        var data = layer.Inputs.IsEmpty ? DataFile.WriteChannel(key, map) : DataFile.Write(key, map);
        var dataRoute = $"data/{key}-{StagedSite.Hash(data)}.js";
        staged.Add(dataRoute, data);
        return new(
            unit, "", Routes.Unit(picture, layer.Id, unit), route, layer.Shape.Width, layer.Shape.Height,
            "", dataRoute, "", "", "", "")
        {
            Statistics = statistics, Decimals = decimals,
        };
    }

    private static UnitView Neuron(string picture, Layer layer, Tensor activation, int unit, ColourScale scale, PaletteName palette,
        int decimals)
    {
        var value = activation.Values[unit];
        return new(unit, "", Routes.Unit(picture, layer.Id, unit), "", 1, 1, "", "", "",
            Palettes.CssColour(scale, palette, value), "", "")
        { Exact = value, Decimals = decimals };
    }
}
