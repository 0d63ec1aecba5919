using Convscope.Core.Network;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>All maps of a layer for a picture.</summary>
public sealed class LayerFigure : Figure
{
    private readonly NamedLayer _layer;
    private readonly PictureChoice _picture;
    private readonly int _units;

    /// <summary>Reads <c>layer picture units</c>.</summary>
    public LayerFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _layer = arguments.Layer(LessonScope.FirstKernels);
        _picture = arguments.Picture();
        _units = arguments.Count("units", 12);
        needs.Add(_picture, _layer.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { } layer) return FigureContent.NoLayer;
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        var maps = picture.Maps[layer.Id];
        var shown = maps.Units.Take(_units).Select(unit => scene.Tile(picture, layer, unit.Index, words)).ToArray();
        if (shown.Length == 0) return FigureContent.Nothing with { Url = maps.Url };
        return new(new TilesView([.. shown], layer.Shape.Units - shown.Length, LessonScene.OperatorName(layer, words)),
            maps.Url)
        { Template = "figures/tiles.html" };
    }
}

/// <summary>A unit's map before and after a layer.</summary>
public sealed class CompareFigure : Figure
{
    private readonly NamedLayer _layer;
    private readonly UnitChoice _unit;
    private readonly PictureChoice _picture;

    /// <summary>Reads <c>layer unit picture</c>.</summary>
    public CompareFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _layer = arguments.Layer("activation:first");
        _unit = arguments.Unit(_layer);
        _picture = arguments.Picture();
        if (_layer.Layer is { } layer && (layer.Inputs.IsEmpty || !layer.Operator.IsPerUnit))
            arguments.Wrong("layer",
                $"'{layer.Id}' mixes units, so that no single map stands before it; compare works for activations, pooling and the like");
        needs.Add(_picture, _layer.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { } layer) return FigureContent.NoLayer;
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        var unit = LessonScene.UnitOf(_unit, picture, layer);
        var before = scene.Tile(picture, scene.Network[layer.Inputs[0]], unit, words);
        var after = scene.Tile(picture, layer, unit, words);
        return new(new TilesView([before, after], 0, LessonScene.OperatorName(layer, words)), after.Url);
    }
}

/// <summary>The same unit on several pictures.</summary>
public sealed class PicturesFigure : Figure
{
    private readonly NamedLayer _layer;
    private readonly UnitChoice _unit;
    private readonly IReadOnlyList<PictureChoice> _pictures;

    /// <summary>Reads <c>layer unit pictures</c>.</summary>
    public PicturesFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _layer = arguments.Layer(LessonScope.FirstKernels);
        _unit = arguments.Unit(_layer);
        _pictures = arguments.Pictures("pictures", "first,next");
        foreach (var picture in _pictures) needs.Add(picture, _layer.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { } layer) return FigureContent.NoLayer;
        var found = _pictures.Select(scene.Pictures.Find).OfType<LessonPicture>().DistinctBy(picture => picture.Index).ToList();
        if (found.Count == 0) return FigureContent.NoPicture;
        var unit = LessonScene.UnitOf(_unit, found[0], layer);
        var tiles = found.Select(picture => scene.Tile(picture, layer, unit, words) with
        {
            Picture = scene.PictureIn(picture.View, words).Title,
            Thumbnail = picture.View.Thumbnail,
        }).ToArray();
        return new(new TilesView([.. tiles], 0, LessonScene.OperatorName(layer, words)), tiles[0].Url) { Template = "figures/tiles.html" };
    }
}

/// <summary>The pictures that a unit answers to most strongly.</summary>
public sealed class ResponsesFigure : Figure
{
    private readonly NamedLayer _layer;
    private readonly UnitChoice _unit;
    private readonly int _count;

    /// <summary>Reads <c>layer unit count</c>.</summary>
    public ResponsesFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _layer = arguments.Layer("activation:last");
        _unit = arguments.Unit(_layer, "0");
        _count = arguments.Count("count", 4);
        if (UnitChoice.DependsOnPicture(arguments.Text("unit", "0")))
            arguments.Wrong("unit", "here a unit is named by its index: which is the strongest depends on the picture");
        needs.AddStatistics(_layer.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { } layer) return FigureContent.NoLayer;
        var name = scene.UnitName(layer, _unit.Index, words);
        var tiles = scene.Pictures.Answers(layer).OrderByDescending(answer => answer.Maxima[_unit.Index]).ThenBy(answer => answer.Index)
            .Take(_count)
            .Select(answer => Tile(answer, layer, name, scene.PictureIn(answer.View, words).Title, words)).OfType<MapTile>().ToArray();
        return tiles.Length == 0 ? FigureContent.Nothing
            : new(new TilesView([.. tiles], 0, LessonScene.OperatorName(layer, words)), tiles[0].Url) { Template = "figures/tiles.html" };
    }

    private MapTile? Tile(LayerAnswer answer, Layer layer, string name, string title, Words words)
    {
        if (answer.Maps.Units.FirstOrDefault(unit => unit.Index == _unit.Index) is not { } unit) return null;
        var scale = answer.Maps.Scale;
        var decimals = Core.Explain.Decimals.ForMagnitude(Math.Max(Math.Abs(scale.Minimum), Math.Abs(scale.Maximum)));
        var maximum = answer.Maxima[_unit.Index];
        return new(
            name, unit.Url, unit.Map, unit.Width, unit.Height,
                words["alt_response", layer.ShownName + words["comma"] + name, title, Core.Explain.Number.Format(maximum, decimals)],
            new(maximum, decimals), new(maximum, decimals), "", null, unit.Colour, layer.ShownName, answer.Maps.Url, scale.Palette,
                new(scale.Minimum, decimals), new(scale.Maximum, decimals))
        {
            Picture = title, Thumbnail = answer.View.Thumbnail,
        };
    }
}
