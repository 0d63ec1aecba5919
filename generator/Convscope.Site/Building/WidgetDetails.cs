using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Rendering.Pictures;
using Convscope.Site.Assets;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Makes the details of the widgets that show more than an equation.</summary>
public sealed class WidgetDetails(NetworkGraph network, Preprocessing preprocessing, DenseDetails dense, FlattenDetails flatten, CopyDetails copies)
{
    /// <summary>The detail of one unit's page.</summary>
    public WidgetDetail Of(WidgetPlace place, ImmutableArray<PartView> parts, IReadOnlyDictionary<string, MapsView> maps) => place.Layer.Operator switch
    {
        Activation activation when place.Explanation is not null => Plot(activation, place),
        Softmax when place.Explanation is not null => Classes(place, parts),
        Dense operation when place.Explanation is not null => dense.Of(operation, place, maps),
        Copy copy when place.Explanation is not null => copies.Of(copy, place, maps),
        Input => Preprocess(place),
        _ => WidgetDetail.None,
    };

    /// <summary>The detail of a layer's page.</summary>
    public WidgetDetail OfLayer(PictureRun run, Layer layer, MapsView maps) => flatten.Of(run, layer, maps);

    private static WidgetDetail Plot(Activation activation, WidgetPlace place)
    {
        var input = place.Inputs[0];
        var finite = input.Values.Where(float.IsFinite).DefaultIfEmpty(0).ToArray();
        var plot = new FunctionPlot(activation.Apply, finite.Min(), finite.Max());
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

    private WidgetDetail Preprocess(WidgetPlace place)
    {
        var (run, shape, cell) = (place.Run, network.Input.Shape, place.At);
        if (shape.Sizes.Length != 3) return WidgetDetail.None;
        var pixel = run.Seen.AsSpan(((cell.Row * shape.Width) + cell.Column) * 3, 3);
        var value = InputTensor.ValueOf(pixel, preprocessing, shape.Units, cell.Unit);
        var original = run.Original;
        var on = PictureResizer.PlaceOf(original.Width, original.Height, shape.Width, shape.Height, preprocessing.Resize);
        var equation = PreprocessExplanation.Of(preprocessing, cell.Unit, value);
        var cursor = new CursorView(
            Share(100 * (on.Top + (cell.Row * on.Down))), Share(100 * (on.Left + (cell.Column * on.Right))), Share(100 * on.Down), Share(100 * on.Right));
        var view = new PreprocessView(
            equation, Words(preprocessing.Resize), "#" + preprocessing.Background.ToString("x6", CultureInfo.InvariantCulture), Channel(cell.Unit, shape.Units),
            original.Width, original.Height, Share(on.Top), Share(on.Left), Share(on.Down), Share(on.Right), cursor);
        return new(view, new { scale = preprocessing.Scale, mean = preprocessing.MeanOf(cell.Unit), std = preprocessing.StdOf(cell.Unit) });
    }

    private string Channel(int unit, int units)
    {
        var order = preprocessing.Channels ?? (units == 1 ? ColourChannels.Gray : ColourChannels.Rgb);
        if (order == ColourChannels.Gray) return "luminance";
        return ((order == ColourChannels.Bgr ? 2 - unit : unit) switch { 0 => "red", 1 => "green", _ => "blue" });
    }

    private static string Words(ResizeMode mode) => mode switch
    {
        ResizeMode.Cover => "scaled to fill, and what stood out cut off",
        ResizeMode.Contain => "scaled to fit, and the rest filled with the background",
        _ => "both sides scaled to fit",
    };

    private static string Share(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);
}
