using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Assets;

/// <summary>Writes the contact sheet of a layer that has more units than pages.</summary>
public sealed class ContactSheet(StagedSite staged)
{
    private const int Named = 5;

    /// <summary>Writes the sheet of one layer for one picture.</summary>
    public SheetView Of(string picture, Layer layer, Tensor activation, ColourScale scale, PaletteName palette,
        ImmutableArray<UnitView> shown)
    {
        var sheet = SheetLayout.Of(layer.Shape);
        var png = SheetPicture.Render(activation, sheet, scale, palette);
        var route = $"figures/{picture}/{layer.Id}/sheet-{StagedSite.Hash(png)}.png";
        staged.Add(route, png);
        var means = Enumerable.Range(0, layer.Shape.Units).Select(unit => (Unit: unit, Mean: Mean(activation.Map(unit)))).ToArray();
        return new(
            route, sheet.Columns * sheet.Width, sheet.Rows * sheet.Height, sheet.Columns,
            [.. Enumerable.Range(0, sheet.Rows).Select(row => row * sheet.Columns)], [.. Enumerable.Range(0, sheet.Columns)],
            ((double)sheet.Height / sheet.Width).ToString("0.####", CultureInfo.InvariantCulture),
            [.. shown.Select(unit => new SheetLinkView(unit, unit.Index / sheet.Columns, unit.Index % sheet.Columns))], "")
        {
            MostActive = [.. means.OrderByDescending(unit => unit.Mean).ThenBy(unit => unit.Unit).Take(Named).Select(unit => unit.Unit)],
            Silent = means.Count(unit => unit.Mean == 0),
        };
    }

    private static double Mean(ReadOnlySpan<float> map)
    {
        double sum = 0;
        foreach (var value in map) sum += float.IsFinite(value) ? Math.Abs(value) : 0;
        return sum / map.Length;
    }
}
