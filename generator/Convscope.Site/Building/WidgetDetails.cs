using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Site.Assets;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Makes the details of the widgets that show more than an equation.</summary>
public sealed class WidgetDetails(Words words, PreprocessDetails preprocess, DenseDetails dense, FlattenDetails flatten, CopyDetails copies)
{
    /// <summary>The detail of one unit's page.</summary>
    public WidgetDetail Of(WidgetPlace place, ImmutableArray<PartView> parts, IReadOnlyDictionary<string, MapsView> maps) =>
        place.Layer.Operator switch
        {
            _ when place.Layer.Inputs.IsEmpty => preprocess.OfUnit(place),
            IFunctionOfOne function when place.Explanation is not null => Plot(function, place),
            IHasStatistics statistics => new(new { Origin = words[statistics.Origin] }),
            ISharesOut shares when place.Explanation is not null => Classes(shares, place, parts),
            IReadsNeighbours => new(parts.FirstOrDefault(part => part.Part.Unit == place.At.Unit)),
            IUnexplained => new(new UnexplainedView(place.Layer.Operator, words)),
            IFullyConnected operation when place.Explanation is not null => dense.Of(operation, place, maps),
            ICopies copy when place.Explanation is not null => copies.Of(copy, place, maps),
            _ => WidgetDetail.None,
        };

    /// <summary>The detail of a layer's page.</summary>
    public WidgetDetail OfLayer(PictureRun run, Layer layer, MapsView maps) =>
        layer.Inputs.IsEmpty ? preprocess.OfLayer(run) : flatten.Of(run, layer, maps);

    private WidgetDetail Plot(IFunctionOfOne function, WidgetPlace place)
    {
        var input = place.Inputs[0];
        var plot = new FunctionPlot(x => function.Apply(x, place.At.Unit), input.Finite.Minimum, input.Finite.Maximum);
        var (argument, value) = (input[place.At], place.Output[place.At]);
        var point = float.IsFinite(argument) && float.IsFinite(value)
            ? new PlotPoint(FunctionPlot.Text(plot.X(argument)), FunctionPlot.Text(plot.Y(value))) : null;
        return new(new PlotView(plot, point, words[function.Meaning], words[function.Formula]));
    }

    private WidgetDetail Classes(ISharesOut exponentials, WidgetPlace place, ImmutableArray<PartView> parts)
    {
        var isVector = place.Layer.Shape.IsVector;
        var sum = place.Explanation!.Extras["sum"].Exact;
        var chosen = exponentials.AlongColumns ? place.At.Column : place.At.Unit;
        var rows = parts.Select(p =>
        {
            var isOthers = p.Part.Terms.IsEmpty;
            var index = isOthers ? -1 : exponentials.AlongColumns ? p.Part.Terms[0].From.Column : p.Part.Unit;
            var share = !isVector ? index == chosen ? place.Output[place.At] : p.Part.Value.Exact / sum
                : isOthers ? 1 - parts.Where(other => !other.Part.Terms.IsEmpty).Sum(other => (double)place.Output.Values[other.Part.Unit])
                : place.Output.Values[p.Part.Unit];
            var (name, url) = isOthers ? ("", "") : exponentials.AlongColumns ? (words["js_column", index], "")
                : (p.Source?.Name ?? p.Name, p.Source?.Url ?? "");
            return new ClassRowView(p, index, name, url, index == chosen, new(share, ISharesOut.ShareDecimals), TextAlternative.Bar(share));
        });
        return new(rows.ToImmutableArray());
    }
}
