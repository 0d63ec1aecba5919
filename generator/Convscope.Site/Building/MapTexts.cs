using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Texts;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Assets;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Puts what maps are called, and what is said of their numbers, into a language; the maps themselves are the same in
/// all.</summary>
public sealed class MapTexts(NetworkGraph network, NetworkViews views, Words words)
{
    /// <summary>All maps of a picture.</summary>
    public ImmutableDictionary<string, MapsView> In(ImmutableDictionary<string, MapsView> maps) =>
        maps.Values.Select(In).ToImmutableDictionary(view => view.Layer.Id);

    /// <summary>The maps of one layer.</summary>
    public MapsView In(MapsView maps)
    {
        var layer = network[maps.Layer.Id];
        var scale = maps.Scale;
        var palette = Enum.Parse<PaletteName>(scale.Palette, ignoreCase: true);
        var colours = new ColourScale(scale.Minimum, scale.Maximum, palette == PaletteName.Diverging);
        var bar = ColourBar.Svg(colours, palette, scale.Decimals, words["scale_of_named", layer.ShownName], $"bar-{layer.Id}");
        ImmutableArray<UnitView> units = [.. maps.Units.Select(unit => In(unit, layer))];
        return maps with
        {
            Layer = views[layer],
            Units = units,
            Scale = scale with { Bar = new Html(bar) },
            Range = TextAlternative.Range(maps.Lowest, maps.Highest, scale.Decimals, words),
            ZeroShare = TextAlternative.Share(maps.ZeroPart, words),
            Sheet = maps.Sheet is { } sheet ? In(sheet, layer, units) : null,
        };
    }

    /// <summary>One unit.</summary>
    public UnitView In(UnitView unit, Layer layer)
    {
        var given = views.GivenUnitName(layer, unit.Index);
        var name = ShownText.Name(given);
        var subject = words["name_of_unit", layer.ShownName, name];
        if (unit.Statistics is { } map)
        {
            return unit with
            {
                Name = name,
                GivenName = given,
                Alt = TextAlternative.Of(subject, map, unit.Decimals, words),
                Range = TextAlternative.Range(map.Minimum, map.Maximum, unit.Decimals, words),
                ZeroShare = TextAlternative.Share(map.ZeroShare, words),
            };
        }

        var shown = network.AreProbabilities(layer) ? TextAlternative.Share(unit.Exact, words) : Number.Format(unit.Exact, unit.Decimals);
        return unit with { Name = name, GivenName = given, Alt = words["alt_value", subject, shown], Value = shown, Range = shown };
    }

    private SheetView In(SheetView sheet, Layer layer, ImmutableArray<UnitView> units)
    {
        var byIndex = units.ToDictionary(unit => unit.Index);
        var alt = words["sheet_alt", layer.Shape.Units, layer.ShownName, sheet.Columns, string.Join(words["list_comma"], sheet.MostActive)];
        return sheet with
        {
            Links = [.. sheet.Links.Select(link => link with { Unit = byIndex[link.Unit.Index] })],
            Alt = sheet.Silent > 0 ? alt + words["sheet_silent", sheet.Silent] : alt,
        };
    }
}
