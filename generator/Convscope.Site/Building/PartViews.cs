using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Names the parts of an equation and links each to the unit and cell it comes from.</summary>
public sealed class PartViews(
    NetworkGraph network, NetworkViews views, IReadOnlyDictionary<string, MapsView> maps, KernelPictures kernels)
{
    /// <summary>The parts of a layer's explanation at one unit.</summary>
    public ImmutableArray<PartView> Of(Layer layer, Explanation explanation) =>
        [.. explanation.Parts.Select(part => View(layer, explanation.At, part))];

    private PartView View(Layer layer, Cell at, Part part)
    {
        if (part.Terms.IsEmpty) return new(part, Others(layer, part.Count), "", null, null, "", "", part);
        if (part.Input < 0) return new(part, views.Words["constant"], "", null, null, "", "", part);
        var origin = PartOrigin.Of(network, layer, part);
        var (input, source, from, isCell) = origin;
        var found = maps[source.Id].Units.FirstOrDefault(candidate => candidate.Index == from.Unit);
        var name = origin.Name(views.UnitName, views.Words);
        var url = found is null ? "" : isCell ? found.Url + Invariant($"#y={from.Row}&x={from.Column}") : found.Url;
        var region = source == input ? RegionOf(layer, part, at, source.Shape) : Region.Of(from);
        var window = found is null || source.Shape.MapSize == 1 || region is not { } read ? null : CursorView.Of(read, source.Shape);
        var kernel = KernelOf(layer, at.Unit, part);
        return new(
            part, source == input ? name : views.Words["source_unit", source.ShownName, name], url, found, window,
                kernels.Of(layer, at.Unit, part.Unit), KernelText(kernel), kernel);
    }

    /// <summary>What the part reads; where that depends on numbers, the cells that it names, padding left out.</summary>
    private static Region? RegionOf(Layer layer, Part part, Cell at, Shape source)
    {
        if (layer.Operator.ReadingOf(part.Input, source) is not ComputedReading)
            return layer.Operator.InputRegion(part.Input, Region.Of(at), source);
        Region[] cells = [.. part.Terms.Where(term => !term.IsPadding).Select(term => Region.Of(term.From))];
        return cells.Length == 0 ? null : cells.Aggregate((one, other) => one.Union(other));
    }

    private static Part KernelOf(Layer layer, int unit, Part part)
    {
        if (layer.Operator is not (ISpreads and IHasKernels op)) return part;
        var kernel = op.Kernel(unit, part.Unit - op.InputChannelOf(unit, 0)).ToArray();
        var decimals = part.Terms[0].W!.Value.Decimals;
        return part with
        {
            Rows = op.KernelHeight,
            Columns = op.KernelWidth,
            Terms = [.. kernel.Select(weight => part.Terms[0] with { W = new(weight, decimals) })],
        };
    }

    private string Others(Layer layer, int count) =>
        views.Words[layer.Shape.IsVector ? "other_inputs" : "other_channels", count.ToString("N0", CultureInfo.InvariantCulture)];

    private static string KernelText(Part part) => part.Columns == 0 || part.Terms[0].W is null ? "" : string.Join(
        "\n", part.Terms.Select(term => term.W!.Value.Shown).Chunk(part.Columns).Select(row => string.Join("  ", row)));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
