using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Shows a flatten on its layer's page: the vector folded into rows, and the formula that gives a cell its place.</summary>
public sealed class FlattenDetails(NetworkGraph network, Words words, SharedFiles shared)
{
    private const int LongestRow = 512;
    private static readonly string[] Axes = ["unit", "row", "column"];

    /// <summary>The detail of the page of a flatten of maps; none for other layers.</summary>
    public WidgetDetail Of(PictureRun run, Layer layer, MapsView maps)
    {
        if (layer.Operator is not ILaysOut flatten) return WidgetDetail.None;
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
            CursorView.Of(Region.Of(cell), source),
                CursorView.Of(Region.Of(new(0, strongest / width, strongest % width)), new(1, height, width)), LineOf(flatten, isPair));
        return new(view, new
        {
            data = maps.Data, index = strongest, shape = sizes, order = flatten.Order, width,
            decimals = magnitude, palette = maps.Scale.Palette, scale = new[] { maps.Scale.Minimum, maps.Scale.Maximum },
        });
    }

    private string LineOf(ILaysOut flatten, bool isPair) => words[(flatten.Order[0], flatten.Order[1], isPair) switch
    {
        (0, _, true) => "line_one_map",
        (var axis, _, true) => "line_of_every_" + Axes[axis],
        (0, var axis, false) => "line_of_one_" + Axes[axis],
        (var axis, 0, false) => "line_of_one_" + Axes[axis],
        _ => "line_cell",
    }];

    private UnitView Strip(PictureRun run, Layer layer, MapsView maps, Tensor values, int height, int width)
    {
        var palette = Enum.Parse<PaletteName>(maps.Scale.Palette, ignoreCase: true);
        var route = shared.Add($"figures/{run.Entry.Id}/{layer.Id}/all", ".png", () =>
            MapPicture.Render(values.Values, height, width, new(maps.Scale.Minimum, maps.Scale.Maximum, palette == PaletteName.Diverging),
                palette));
        var alt = words["folded_alt", values.Shape.Count, layer.ShownName, height, width];
        return new(0, "all", "", route, width, height, alt, "", "", "", "", "");
    }
}
