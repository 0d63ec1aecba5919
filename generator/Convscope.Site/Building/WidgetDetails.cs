using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Site.Assets;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Makes the details of the widgets that show more than an equation.</summary>
public sealed class WidgetDetails(PreprocessDetails preprocess, DenseDetails dense, FlattenDetails flatten)
{
    /// <summary>The detail of one unit's page.</summary>
    public WidgetDetail Of(WidgetPlace place, ImmutableArray<PartView> parts, IReadOnlyDictionary<string, MapsView> maps) => place.Layer.Operator switch
    {
        Activation activation when place.Explanation is not null => Plot(activation, place),
        Softmax when place.Explanation is not null => Classes(place, parts),
        Dense operation when place.Explanation is not null => dense.Of(operation, place, maps),
        Input => preprocess.OfUnit(place),
        _ => WidgetDetail.None,
    };

    /// <summary>The detail of a layer's page.</summary>
    public WidgetDetail OfLayer(PictureRun run, Layer layer, MapsView maps) =>
        layer.Operator is Input ? preprocess.OfLayer(run) : flatten.Of(run, layer, maps);

    private static WidgetDetail Plot(Activation activation, WidgetPlace place)
    {
        var input = place.Inputs[0];
        var plot = new FunctionPlot(activation.Apply, input.Finite.Minimum, input.Finite.Maximum);
        return new(new PlotView(plot, FunctionPlot.Text(plot.X(input[place.At])), FunctionPlot.Text(plot.Y(place.Output[place.At]))));
    }

    private static WidgetDetail Classes(WidgetPlace place, ImmutableArray<PartView> parts)
    {
        var rows = parts.Select(p =>
        {
            var share = p.Part.Terms.IsEmpty
                ? 1 - parts.Where(other => !other.Part.Terms.IsEmpty).Sum(other => (double)place.Output.Values[other.Part.Unit])
                : place.Output.Values[p.Part.Unit];
            return new ClassRowView(p, new(share, Softmax.Shown), TextAlternative.Bar(share));
        });
        return new(rows.ToImmutableArray());
    }
}
