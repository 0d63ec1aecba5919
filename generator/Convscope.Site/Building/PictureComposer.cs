using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Tensors;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Composes every page of one picture in all languages: its overview, its layers, their units. What is computed for a page is the
/// same in all.</summary>
public sealed class PictureComposer(
    NetworkGraph network, KernelPictures kernels, TemplateSource templates, PlanView plan, ParallelOptions threads)
{
    /// <summary>Writes the pages of one picture.</summary>
    public void Write(PictureRun run, ImmutableArray<PictureEdition> editions)
    {
        foreach (var edition in editions) WriteOverview(edition);
        var tellings = editions.Select(edition => new Telling(edition, new(network, edition.Edition.Views, edition.Maps, kernels)))
            .ToImmutableArray();
        var shown = editions[0].Maps;
        BuildThreads.Each(network.Layers.Length, threads, i =>
        {
            var layer = network.Layers[i];
            foreach (var edition in editions) WriteLayer(run, edition, layer);
            var units = shown[layer.Id].Units;
            for (var unit = 0; unit < units.Length; unit++) WriteUnit(run, tellings, layer, unit);
        });
    }

    private static void WriteOverview(PictureEdition of)
    {
        var (pages, words, picture) = (of.Edition.Pages, of.Edition.Words, of.Picture);
        pages.Write(
            "pages/overview.html", pages.Page(Routes.Overview(picture.Id), "overview", picture.Title,
                words["overview_description", picture.Title]),
            ("picture", picture), ("overview", of.Overview));
    }

    private void WriteLayer(PictureRun run, PictureEdition of, Layer layer)
    {
        var (picture, maps, pages, words) = (of.Picture, of.Maps, of.Edition.Pages, of.Edition.Words);
        var view = of.Edition.Views[layer];
        var detail = of.Details.OfLayer(run, layer, maps[layer.Id]);
        pages.Write(
            "pages/layer.html",
            pages.Page(
                Routes.Layer(picture.Id, layer.Id), "layer", words["layer_title", view.Name, picture.Title],
                    words["layer_description", view.Name, view.Title, view.Shape, picture.Title],
                (picture.Title, picture.Url)) with
            { Within = $"{layer.Id}/index.html", Operator = layer.Operator.Kind },
            ("picture", picture), ("plan", plan), ("maps", maps[layer.Id]), ("layer", view), ("sources", Sources(layer, maps, null)),
            ("extra", detail.Template), ("view", detail.Script),
            ("readers", network.ReadersOf(layer).Select(reader => maps[reader.Id]).ToImmutableArray()),
            ("rules", ShapeRules.Of(network, layer, (key, values) => words["rule_" + key, values])), ("previous", Neighbour(layer, -1)),
                ("next", Neighbour(layer, 1)));

        MapsView? Neighbour(Layer of, int step)
        {
            var at = network.Layers.IndexOf(of) + step;
            return at >= 0 && at < network.Layers.Length ? maps[network.Layers[at].Id] : null;
        }
    }

    private void WriteUnit(PictureRun run, ImmutableArray<Telling> tellings, Layer layer, int index)
    {
        var maps = tellings[0].Of.Maps;
        var unit = maps[layer.Id].Units[index];
        var output = run.Activations[layer];
        // The strongest pixel of a picture on white is its corner: the middle says more.
        var isInput = layer.Inputs.IsEmpty;
        var cell = isInput ? new Cell(unit.Index, layer.Shape.Height / 2, layer.Shape.Width / 2) : MapStatistics.Of(output,
            unit.Index).Strongest;
        var explanation = isInput ? null : layer.Operator.Explain(run.Activations.InputsOf(layer), output, cell, Shown(layer, maps));
        foreach (var telling in tellings) WriteUnit(new(run, layer, cell, explanation), telling, index);
    }

    private void WriteUnit(WidgetPlace place, Telling telling, int index)
    {
        var (run, layer, cell, explanation) = place;
        var (picture, maps, edition) = (telling.Of.Picture, telling.Of.Maps, telling.Of.Edition);
        var (pages, words) = (edition.Pages, edition.Words);
        var units = maps[layer.Id].Units;
        var unit = units[index];
        var output = run.Activations[layer];
        var isInput = layer.Inputs.IsEmpty;
        var named = explanation is null ? [] : telling.Parts.Of(layer, explanation);
        var detail = telling.Of.Details.Of(place, named, maps);
        pages.Write(
            "pages/unit.html",
            pages.Page(
                Routes.Unit(picture.Id, layer.Id, unit.Index), "unit", words["unit_title", layer.ShownName, unit.Name, picture.Title],
                words[isInput ? "pixel_description" : "unit_description", unit.Alt],
                (picture.Title, picture.Url), (layer.ShownName, maps[layer.Id].Url)) with
            { Within = Invariant($"{layer.Id}/{unit.Index}/index.html"), Operator = layer.Operator.Kind },
            ("picture", picture), ("layer", edition.Views[layer]), ("maps", maps[layer.Id]), ("unit", unit), ("cell", cell),
            ("value", new Number(output[cell], Decimals.ForMagnitude(output.Magnitude))),
            ("sources", Sources(layer, maps, unit.Index)), ("explanation", explanation), ("widget", WidgetOf(layer, explanation)),
            ("parts", named), ("extra", detail.Template),
            ("receptive", FieldViews.Of(network, layer, cell, words)),
                ("here", unit.Map.Length == 0 ? null : CursorView.Of(Region.Of(cell), layer.Shape)),
            ("previous", index > 0 ? units[index - 1] : null), ("next", index + 1 < units.Length ? units[index + 1] : null),
            ("view", ViewData(run, layer, unit, cell, maps, named, detail.Script)));
    }

    private sealed record Telling(PictureEdition Of, PartViews Parts);

    /// <summary>The units of a layer's first input whose maps are in the site.</summary>
    private static HashSet<int> Shown(Layer layer, ImmutableDictionary<string, MapsView> maps) =>
        [.. maps[layer.Inputs[0]].Units.Select(unit => unit.Index)];

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

    /// <summary>What the script needs to recompute the equation at any cell.</summary>
    private object ViewData(
        PictureRun run, Layer layer, UnitView unit, Cell cell, ImmutableDictionary<string, MapsView> maps, ImmutableArray<PartView> parts,
            object? extra) => new
            {
                kind = layer.Operator.Kind,
                unit = unit.Index,
                cell = new[] { cell.Row, cell.Column },
                shape = SizesOf(layer.Shape),
                output = layer.Operator is IMayStandStill { StandsStill: true } || parts.Any(IsOutOfReach) ? "" : unit.Data,
                scale = new[] { maps[layer.Id].Scale.Minimum, maps[layer.Id].Scale.Maximum },
                palette = maps[layer.Id].Scale.Palette,
                weights = kernels.Magnitude(layer),
                magnitude = run.Activations[layer].Magnitude,
                inputs = Sources(layer, maps, unit.Index).Select((source, input) => new
                {
                    layer = source.Layer.Id,
                    shape = SizesOf(network[source.Layer.Id].Shape),
                    scale = new[] { source.Scale.Minimum, source.Scale.Maximum },
                    palette = source.Scale.Palette,
                    units = source.Units.Where(u => u.Data.Length > 0
                        && (parts.IsEmpty || parts.Any(p => p.Part.Input == input && Reads(p.Part, u.Index))))
                        .Select(u => new object[] { u.Index, u.Data, u.Name }),
                }),
                op = layer.Operator.Describe(unit.Index, parts.Select(p => p.Part.Unit).ToHashSet()),
                extra,
                field = FieldViews.Script(network.Fields[layer][unit.Index]),
            };

    /// <summary>Whether an operand comes from a map that isn't in the site: the script then leaves the page at its cell.</summary>
    private static bool IsOutOfReach(PartView p) => p is { Source: null, Part.Input: >= 0, Part.Terms.IsEmpty: false };

    private static bool Reads(Part part, int unit) => part.Unit == unit || part.Terms.Any(term => term.From.Unit == unit);

    /// <summary>Units, rows and columns of maps, whatever the rank; the length of a vector.</summary>
    private static int[] SizesOf(Shape shape) => shape.IsVector ? [shape.Units] : [shape.Units, shape.Height, shape.Width];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
