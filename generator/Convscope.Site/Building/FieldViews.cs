using Convscope.Core.Fields;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Receptive fields for pages: of one cell in words, of all cells in numbers for the script.</summary>
internal static class FieldViews
{
    /// <summary>The field of a cell.</summary>
    public static ReceptiveView Of(NetworkGraph network, Layer layer, Cell cell, Words words)
    {
        var unit = network.Fields[layer][cell.Unit];
        var (field, picture) = (unit.At(cell.Row, cell.Column), network.Input.Shape);
        var box = field.Pixels ?? default;
        string Shown(string text) => field.Pixels is null ? "" : text;
        return new(
            Shown(Lines(box.Top, box.Bottom, words)), Shown(Lines(box.Left, box.Right, words)),
                Shown(FormattableString.Invariant($"{box.Height} × {box.Width}")),
            picture.Height, picture.Width, field.Pixels is null
                ? null : CursorView.Of(box, picture), Rule(network.Fields[layer], unit, layer, words))
        {
            ReadsPadding = field.ReadsPadding, HasGaps = field.HasGaps, IsAtMost = unit.IsAtMost,
        };
    }

    /// <summary>The fields of a unit's cells, as the script reads them (<c>templates/js/compute/field.js</c>).</summary>
    public static object Script(UnitField unit) => unit.Terms.Select(term => new
    {
        down = FieldRuns.Of(term.Down), across = FieldRuns.Of(term.Across), turned = term.IsTurned, holes = term.HasHoles,
    });

    private static string Lines(int first, int last, Words words) =>
        first == last ? FormattableString.Invariant($"{first}") : words["js_range", first, last];

    /// <summary>How the fields of the other cells, and those of the other units, compare.</summary>
    private static string Rule(LayerFields fields, UnitField unit, Layer layer, Words words) =>
        (layer.Shape.MapSize == 1 || unit.IsAtMost ? "" : RuleOfCells(unit, words))
            + (fields.DoUnitsDiffer ? words["field_units_differ"] : "");

    private static string RuleOfCells(UnitField unit, Words words)
    {
        if (unit.Terms is not [{ IsTurned: false } term]) return unit.Terms.IsEmpty ? "" : words["field_varies"];
        if (term.Down.Distinct().Count() == 1 && term.Across.Distinct().Count() == 1) return words["field_same"];
        if (FieldStep.Of(term.Down) is not { } rows || FieldStep.Of(term.Across) is not { } columns) return words["field_varies"];
        return words[rows.IsEverywhere && columns.IsEverywhere
            ? "field_rule" : "field_rule_inside", rows.Size, columns.Size, rows.Step, columns.Step];
    }
}
