using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Lessons.Values;

/// <summary>Numbers of a unit on a picture.</summary>
internal static class UnitValues
{
    private delegate string? Value(LessonScene scene, Words words, LessonPicture picture, Layer layer, int unit);

    /// <summary>A number of a unit's map.</summary>
    public static Func<Arguments, LessonNeeds, LiveValue> Of(Func<MapStatistics, Tensor, double> value) => (arguments, needs) =>
        Bind(arguments, needs, (_, _, picture, layer, unit) =>
            Live.Number(value(MapStatistics.Of(picture[layer], unit), picture[layer]), DecimalsOf(picture[layer])));

    /// <summary>The unit's name, with a link to its page.</summary>
    public static LiveValue Name(Arguments arguments, LessonNeeds needs) => Bind(arguments, needs, (scene, words, picture, layer, unit) =>
        Live.Link(picture.Maps[layer.Id].Units.FirstOrDefault(view => view.Index == unit)?.Url ?? "", scene.UnitName(layer, unit, words)));

    /// <summary>The share of zeros in the unit's map.</summary>
    public static LiveValue Zeros(Arguments arguments, LessonNeeds needs) =>
        Bind(arguments, needs, (_, words, picture, layer, unit) => Live.Share(MapStatistics.Of(picture[layer], unit).ZeroShare, words));

    /// <summary>How many cells of the unit's map are zero.</summary>
    public static LiveValue ZeroCount(Arguments arguments, LessonNeeds needs) =>
        Bind(arguments, needs, (_, _, picture, layer, unit) => Live.Whole(picture[layer].Map(unit).Count(0f)));

    /// <summary>The share of zeros in all maps of a layer.</summary>
    public static LiveValue LayerZeros(Arguments arguments, LessonNeeds needs)
    {
        var (layer, picture) = (arguments.Layer("activation:first"), arguments.Picture());
        needs.Add(picture, layer.Layer);
        return (scene, words) => layer.Layer is { } found && scene.Pictures.Find(picture) is { } on
            ? Live.Share(on[found].Values.AsSpan().Count(0f) / (double)on[found].Values.Length, words) : null;
    }

    /// <summary>The value of a cell.</summary>
    public static LiveValue Cell(Arguments arguments, LessonNeeds needs) =>
        AtCell(arguments, needs, (tensor, cell) => Live.Number(tensor[cell], DecimalsOf(tensor)));

    /// <summary>Row and column of a cell.</summary>
    public static LiveValue Place(Arguments arguments, LessonNeeds needs) =>
        AtCell(arguments, needs, (_, cell) => $"({Live.Whole(cell.Row)}, {Live.Whole(cell.Column)})");

    private static LiveValue AtCell(Arguments arguments, LessonNeeds needs, Func<Tensor, Cell, string> value)
    {
        var layer = arguments.Layer(LessonScope.FirstKernels);
        var at = arguments.Cell(layer);
        return Bind(arguments, needs, (_, _, picture, found, unit) =>
        {
            var inputs = picture.InputsOf(found);
            return value(picture[found], at.On(picture[found], unit, inputs.Count > 0 ? inputs[0] : null));
        });
    }

    private static LiveValue Bind(Arguments arguments, LessonNeeds needs, Value value)
    {
        var layer = arguments.Layer(LessonScope.FirstKernels);
        var unit = arguments.Unit(layer);
        var picture = arguments.Picture();
        needs.Add(picture, layer.Layer);
        return (scene, words) => layer.Layer is { } found && scene.Pictures.Find(picture) is { } on
            ? value(scene, words, on, found, LessonScene.UnitOf(unit, on, found)) : null;
    }

    private static int DecimalsOf(Tensor tensor) => Decimals.ForMagnitude(tensor.Magnitude);
}
