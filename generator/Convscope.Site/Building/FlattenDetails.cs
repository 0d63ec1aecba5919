using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Shows a flatten on its layer's page: the vector folded into rows, and the formula that gives a cell its place.</summary>
public sealed class FlattenDetails(NetworkGraph network, StagedSite staged)
{
    private const int LongestRow = 512;
    private static readonly string[] Axes = ["unit", "row", "column"];

    /// <summary>The detail of the page of a flatten of maps; none for other layers.</summary>
    public WidgetDetail Of(PictureRun run, Layer layer, MapsView maps)
    {
        if (layer.Operator is not Flatten flatten) return WidgetDetail.None;
        var source = network[layer.Inputs[0]].Shape;
        if (source.MapSize == 1) return WidgetDetail.None;
        var values = run.Activations[layer];
        int[] sizes = [source.Units, source.Height, source.Width];
        var inner = sizes[flatten.Order[1]] * sizes[flatten.Order[2]];
        var isPair = inner <= LongestRow;
        var width = isPair ? inner : sizes[flatten.Order[2]];
        var height = values.Shape.Count / width;

        var strongest = Enumerable.Range(0, values.Shape.Count).MaxBy(i => (Math.Abs(values.Values[i]), -i));
        var cell = flatten.SourceOf(strongest, source);
        int[] at = [cell.Unit, cell.Row, cell.Column];
        var magnitude = Decimals.ForMagnitude(values.Magnitude);
        var view = new FlattenView(
            Strip(run, layer, maps, values, height, width), strongest, [.. at], new(values.Values[strongest], magnitude),
            [.. flatten.Order.Select(axis => new AxisView(Axes[axis], at[axis], sizes[axis]))],
            CursorView.Of(Region.Of(cell), source), CursorView.Of(Region.Of(new(0, strongest / width, strongest % width)), new(1, height, width)), LineOf(flatten, isPair));
        return new(view, new
        {
            data = maps.Data, index = strongest, shape = sizes, order = flatten.Order, width,
            decimals = magnitude, palette = maps.Scale.Palette, scale = new[] { maps.Scale.Minimum, maps.Scale.Maximum },
        });
    }

    private static string LineOf(Flatten flatten, bool isPair) => (flatten.Order[0], flatten.Order[1], isPair) switch
    {
        (0, _, true) => "one map",
        (var axis, _, true) => $"one {Axes[axis]} of every map",
        (0, var axis, false) => $"one {Axes[axis]} of one map",
        (var axis, 0, false) => $"one {Axes[axis]} of one map",
        _ => "one cell of every map",
    };

    private UnitView Strip(PictureRun run, Layer layer, MapsView maps, Tensor values, int height, int width)
    {
        var palette = Enum.Parse<PaletteName>(maps.Scale.Palette, ignoreCase: true);
        var png = MapPicture.Render(values.Values, height, width, new(maps.Scale.Minimum, maps.Scale.Maximum, palette == PaletteName.Diverging), palette);
        var route = $"figures/{run.Entry.Id}/{layer.Id}/all-{StagedSite.Hash(png)}.png";
        staged.Add(route, png);
        var alt = string.Create(CultureInfo.InvariantCulture, $"All {values.Shape.Count} numbers of {layer.Name}, folded into {height} rows of {width}");
        return new(0, "all", "", route, width, height, alt, "", "", "", "", "");
    }
}
