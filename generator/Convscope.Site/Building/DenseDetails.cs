using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Assets;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// Gathers a dense layer's sum by the maps that a flatten before it laid out, and writes the weights of each unit into a data
/// file that all pictures share.
/// </summary>
public sealed class DenseDetails(NetworkGraph network, NetworkViews views, SharedFiles shared)
{
    private const int MostGroups = 32;

    /// <summary>Beyond so many inputs the script doesn't get all weights: each unit's would be a large file of its own. The page has the
    /// largest products.</summary>
    private const int MostWeights = 16_384;

    /// <summary>The detail of one unit.</summary>
    public WidgetDetail Of(IFullyConnected dense, WidgetPlace place, IReadOnlyDictionary<string, MapsView> maps)
    {
        var input = network[place.Layer.Inputs[0]];
        object? script = dense.Inputs > MostWeights ? null
            : new { vector = maps[input.Id].Data, weights = Weights(place.Layer, dense, place.At.Unit), from = Origin(input) };
        if (input.Operator is not ILaysOut flatten) return new(null, script);
        var source = network[input.Inputs[0]];
        if (source.Shape.MapSize == 1) return new(null, script);
        var explanation = dense.ExplainGroups(
            place.Inputs, place.Output, place.At, new(source.Shape.Units, i => flatten.SourceOf(i, source.Shape).Unit, MostGroups));
        var largest = Math.Max(explanation.Parts.Max(part => Math.Abs(part.Value.Exact)), double.Epsilon);
        var groups = explanation.Parts.Select(part => Group(part, largest, source, maps[source.Id])).ToImmutableArray();
        var bar = Bar(dense, place);
        return new(new GroupsView(groups, explanation.Bias!.Value, explanation.Result, source.ShownName, bar), script);
    }

    private GroupView Group(Part part, double largest, Layer source, MapsView maps)
    {
        var length = 50 * Math.Abs(part.Value.Exact) / largest;
        var isNegative = part.Value.Exact < 0;
        var name = part.Unit >= 0 ? views.UnitName(source, part.Unit) : views.Words["all_other_maps"];
        return new(
            part.Unit, name, maps.Units.FirstOrDefault(unit => unit.Index == part.Unit), part.Value,
            Text(isNegative ? 50 - length : 50), Text(length), isNegative);
    }

    /// <summary>How indices of the vector are cells of maps; of a vector that never was maps, one row of cells.</summary>
    private object Origin(Layer input)
    {
        if (input.Operator is not ILaysOut flatten || network[input.Inputs[0]].Shape.MapSize == 1)
            return new { shape = new[] { 1, 1, input.Shape.Units }, order = new[] { 0, 1, 2 } };
        var source = network[input.Inputs[0]];
        var fields = network.Fields[source];
        return new
        {
            shape = new[] { source.Shape.Units, source.Shape.Height, source.Shape.Width }, order = flatten.Order,
            fields = fields.Distinct.Select(FieldViews.Script), kinds = fields.DoUnitsDiffer ? fields.Kinds : [],
        };
    }

    private ScaleView Bar(IFullyConnected dense, WidgetPlace place)
    {
        var weights = dense.Weights(place.At.Unit);
        var magnitude = 0.0;
        for (var i = 0; i < weights.Length; i++) magnitude = Math.Max(magnitude, Math.Abs((double)weights[i] * place.Inputs[0].Values[i]));
        var scale = ColourScale.Diverging(magnitude);
        var svg = ColourBar.Svg(scale, PaletteName.Diverging, Decimals.ForMagnitude(scale.Maximum),
            views.Words["scale_of_products"], "bar-products");
        return new("diverging", scale.Minimum, scale.Maximum, new Html(svg));
    }

    private string Weights(Layer layer, IFullyConnected dense, int unit)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"layers/{layer.Id}/{unit}");
        return shared.Add($"data/{key}", ".js", () => DataFile.Write(key, dense.Weights(unit)));
    }

    private static string Text(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);
}
