using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>Puts the names and text alternatives of an overview, which are in the site's own language, into another.</summary>
internal static class OverviewWords
{
    /// <summary>The overview in the words of a language.</summary>
    public static OverviewView In(OverviewView overview, LessonScene scene, Words words) => IsOwn(scene, words) ? overview : overview with
    {
        Bands = [.. overview.Bands.Select(band => band with { Module = words.Name(band.Module) })],
        Columns = [.. overview.Columns.Select(column => column with
        {
            Maps = column.Maps with { Layer = column.Maps.Layer with { Caption = words.Name(column.Maps.Layer.Caption) } },
            Tiles = [.. column.Tiles.Select(tile => tile.Unit is { } unit ? tile with { Unit = In(unit, column.Maps.Layer, scene, words) } : tile)],
        })],
    };

    /// <summary>The picture's title and text alternative in the words of a language.</summary>
    public static PictureView In(PictureView picture, Words words) => picture with { Title = words.Name(picture.Title), Alt = words.Name(picture.Alt) };

    private static UnitView In(UnitView unit, LayerView layer, LessonScene scene, Words words)
    {
        var name = scene.UnitName(scene.Network[layer.Id], unit.Index, words);
        var value = unit.Value.EndsWith(" %", StringComparison.Ordinal) ? words["percent", unit.Value[..^2]] : unit.Value;
        var subject = layer.Name + words["comma"] + name;
        var alt = unit.Statistics is { } map ? MapWords.Alt(subject, map, unit.Decimals, words) : words["alt_value", subject, value];
        return unit with { Name = name, Value = value, Alt = alt };
    }

    private static bool IsOwn(LessonScene scene, Words words) => words.Code == scene.Site.Words.Code;
}
