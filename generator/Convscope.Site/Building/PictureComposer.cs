using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Core.Tensors;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Composes every page of one picture: its overview, its layers, their units.</summary>
public sealed class PictureComposer(
    NetworkGraph network, NetworkViews views, KernelPictures kernels, PageWriter pages, TemplateSource templates, WidgetDetails details,
    PlanView plan, ParallelOptions threads)
{
    /// <summary>Writes the pages of one picture.</summary>
    public void Write(PictureRun run, PictureView picture, ImmutableDictionary<string, MapsView> maps, OverviewView overview)
    {
        WriteOverview(picture, overview);
        var parts = new PartViews(network, views, maps, kernels);
        BuildThreads.Each(network.Layers.Length, threads, i =>
        {
            var layer = network.Layers[i];
            WriteLayer(run, picture, layer, maps);
            var units = maps[layer.Id].Units;
            for (var unit = 0; unit < units.Length; unit++) WriteUnit(run, picture, layer, maps, parts, unit);
        });
    }

    private void WriteOverview(PictureView picture, OverviewView overview) => pages.Write(
        "pages/overview.html",
        pages.Page(Routes.Overview(picture.Id), "overview", picture.Title, $"The whole network at work on {picture.Title}: every activation map, from the picture to the classes."),
        ("picture", picture), ("overview", overview));

    private void WriteLayer(PictureRun run, PictureView picture, Layer layer, ImmutableDictionary<string, MapsView> maps)
    {
        var view = views[layer];
        var detail = details.OfLayer(run, layer, maps[layer.Id]);
        pages.Write(
            "pages/layer.html",
            pages.Page(
                Routes.Layer(picture.Id, layer.Id), "layer", $"{layer.Name}, {picture.Title}", $"All units of the layer {layer.Name} ({view.Title}, {view.Shape}) for {picture.Title}.",
                (picture.Title, picture.Url)) with
            { Within = $"{layer.Id}/index.html" },
            ("picture", picture), ("plan", plan), ("maps", maps[layer.Id]), ("layer", view), ("sources", Sources(layer, maps, null)),
            ("extra", detail.Template), ("view", detail.Script),
            ("readers", network.ReadersOf(layer).Select(reader => maps[reader.Id]).ToImmutableArray()),
            ("rules", ShapeRules.Of(network, layer)), ("previous", Neighbour(layer, -1)), ("next", Neighbour(layer, 1)));

        MapsView? Neighbour(Layer of, int step)
        {
            var at = network.Layers.IndexOf(of) + step;
            return at >= 0 && at < network.Layers.Length ? maps[network.Layers[at].Id] : null;
        }
    }

    private void WriteUnit(PictureRun run, PictureView picture, Layer layer, ImmutableDictionary<string, MapsView> maps, PartViews parts, int index)
    {
        var units = maps[layer.Id].Units;
        var unit = units[index];
        var output = run.Activations[layer];
        // The strongest pixel of a picture on white is its corner: the middle says more.
        var isInput = layer.Inputs.IsEmpty;
        var cell = isInput ? new Cell(unit.Index, layer.Shape.Height / 2, layer.Shape.Width / 2) : MapStatistics.Of(output, unit.Index).Strongest;
        var explanation = isInput ? null : layer.Operator.Explain(run.Activations.InputsOf(layer), output, cell, Shown(layer, maps));
        var named = explanation is null ? [] : parts.Of(layer, explanation);
        var detail = details.Of(new(run, layer, cell, explanation), named, maps);
        var fields = ReceptiveField.Table(network, layer, unit.Index);
        pages.Write(
            "pages/unit.html",
            pages.Page(
                Routes.Unit(picture.Id, layer.Id, unit.Index), "unit", $"{layer.Name}, {unit.Name}, {picture.Title}",
                $"{unit.Alt}. The equation of {(isInput ? "a pixel" : "its strongest cell")}, number by number.",
                (picture.Title, picture.Url), (layer.Name, maps[layer.Id].Url)) with
            { Within = Invariant($"{layer.Id}/{unit.Index}/index.html") },
            ("picture", picture), ("layer", views[layer]), ("maps", maps[layer.Id]), ("unit", unit), ("cell", cell),
            ("value", new Number(output[cell], Decimals.ForMagnitude(output.Magnitude))),
            ("sources", Sources(layer, maps, unit.Index)), ("explanation", explanation), ("widget", WidgetOf(layer, explanation)),
            ("parts", named), ("extra", detail.Template),
            ("receptive", Receptive(layer, cell, fields is null)), ("here", unit.Map.Length == 0 ? null : CursorView.Of(Region.Of(cell), layer.Shape)),
            ("previous", index > 0 ? units[index - 1] : null), ("next", index + 1 < units.Length ? units[index + 1] : null),
            ("view", ViewData(run, layer, unit, cell, maps, named, detail.Script, fields)));
    }

    /// <summary>The units of a layer's first input whose maps are in the site.</summary>
    private static HashSet<int> Shown(Layer layer, ImmutableDictionary<string, MapsView> maps) => [.. maps[layer.Inputs[0]].Units.Select(unit => unit.Index)];

    /// <summary>The operator's own widget; else one that shows any function of one number; else one that only shows pictures.</summary>
    private string WidgetOf(Layer layer, Explanation? explanation)
    {
        var own = $"widgets/{layer.Operator.Kind}/widget.html";
        return templates.Has(own) && (explanation is not null || layer.Inputs.IsEmpty) ? own
            : explanation is null ? "widgets/unexplained/widget.html" : "widgets/default/widget.html";
    }

    /// <summary>The maps that a layer, or one unit of it, reads.</summary>
    private ImmutableArray<MapsView> Sources(Layer layer, ImmutableDictionary<string, MapsView> maps, int? unit) => [..
        from input in network.InputsOf(layer)
        let all = maps[input.Id]
        select unit is { } only && layer.Operator.IsPerUnit && !all.Units.IsEmpty
            ? all with { Units = [.. all.Units.Where(candidate => candidate.Index == only)] }
            : all];

    private ReceptiveView Receptive(Layer layer, Cell cell, bool isRegular)
    {
        var field = ReceptiveField.Of(network, layer, cell);
        var shape = network.Input.Shape;
        var seen = ReceptiveField.Seen(network, layer, cell) ?? field.Clip(shape);
        var isCut = seen.Height < field.Height || seen.Width < field.Width;
        var steps = ReceptiveField.Steps(network, layer, cell.Unit);
        var rule = layer.Shape.MapSize == 1 ? "" : !isRegular ? "How much a cell sees depends on where it lies." : steps is { StrideDown: 0, StrideRight: 0 } ? "Every cell of this layer sees the same pixels." : Invariant(
            $"Every cell of this layer sees {steps.Height} × {steps.Width} pixels. The field moves on by {steps.StrideDown} a row and {steps.StrideRight} a column; that of cell (0, 0) starts at row {Number.Format(steps.Top, 0)}, column {Number.Format(steps.Left, 0)}.");
        return new(seen.Top, seen.Left, seen.Bottom, seen.Right, seen.Height, seen.Width, isCut, shape.Height, shape.Width, CursorView.Of(seen, shape), rule);
    }

    /// <summary>What the script needs to recompute the equation at any cell.</summary>
    private object ViewData(
        PictureRun run, Layer layer, UnitView unit, Cell cell, ImmutableDictionary<string, MapsView> maps, ImmutableArray<PartView> parts, object? extra, FieldTable? fields) => new
        {
            kind = layer.Operator.Kind,
            unit = unit.Index,
            cell = new[] { cell.Row, cell.Column },
            shape = SizesOf(layer.Shape),
            output = parts.Any(IsOutOfReach) ? "" : unit.Data,
            scale = new[] { maps[layer.Id].Scale.Minimum, maps[layer.Id].Scale.Maximum },
            magnitude = run.Activations[layer].Magnitude,
            inputs = Sources(layer, maps, unit.Index).Select((source, input) => new
            {
                layer = source.Layer.Id,
                shape = SizesOf(network[source.Layer.Id].Shape),
                scale = new[] { source.Scale.Minimum, source.Scale.Maximum },
                palette = source.Scale.Palette,
                units = source.Units.Where(u => u.Data.Length > 0 && (parts.IsEmpty || parts.Any(p => p.Part.Input == input && Reads(p.Part, u.Index))))
                    .Select(u => new object[] { u.Index, u.Data, u.Name }),
            }),
            op = layer.Operator.Describe(unit.Index, parts.Select(p => p.Part.Unit).ToHashSet()),
            extra,
            field = fields ?? (object)ReceptiveField.Steps(network, layer, unit.Index),
        };

    /// <summary>Whether an operand comes from a map that isn't in the site: the script then leaves the page at its cell.</summary>
    private static bool IsOutOfReach(PartView p) => p is { Source: null, Part.Input: >= 0, Part.Terms.IsEmpty: false };

    private static bool Reads(Part part, int unit) => part.Unit == unit || part.Terms.Any(term => term.From.Unit == unit);

    /// <summary>Units, rows and columns of maps, whatever the rank; the length of a vector.</summary>
    private static int[] SizesOf(Shape shape) => shape.IsVector ? [shape.Units] : [shape.Units, shape.Height, shape.Width];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
