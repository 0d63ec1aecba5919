using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Site.Building;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>A unit at work: the maps it reads, its kernels, its map, and the equation of one cell.</summary>
public sealed class UnitFigure : Figure
{
    /// <summary>Where the templates of equations are, one a kind of operator.</summary>
    public const string Folder = "figures/equations/";

    private readonly NamedLayer _layer;
    private readonly UnitChoice _unit;
    private readonly PictureChoice _picture;
    private readonly CellChoice _at;
    private readonly bool _hasEquation;
    private readonly int _open;

    /// <summary>Reads <c>layer unit picture at equation parts</c>.</summary>
    public UnitFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _layer = arguments.Layer(LessonScope.FirstKernels);
        _unit = arguments.Unit(_layer);
        _picture = arguments.Picture();
        _at = arguments.Cell(_layer, _layer.Layer?.Inputs.IsEmpty == true ? "middle" : "strongest");
        _hasEquation = arguments.Choice("equation", "yes", "yes", "no") == "yes";
        _open = arguments.Count("parts", 3);
        needs.Add(_picture, _layer.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { } layer) return FigureContent.NoLayer;
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        var unit = LessonScene.UnitOf(_unit, picture, layer);
        var output = picture[layer];
        var inputs = picture.InputsOf(layer);
        var cell = _at.On(output, unit, inputs.Count > 0 ? inputs[0] : null);
        var explanation = inputs.Count == 0 ? null : layer.Operator.Explain(inputs, output, cell,
            scene.Scope.Plan.Units(scene.Network[layer.Inputs[0]]).ToHashSet());
        var tile = scene.Tile(picture, layer, unit, words, Region.Of(cell));
        var parts = explanation is null ? [] : Parts(scene, picture, layer, explanation, words);
        var kind = layer.Operator.Kind;
        var steps = layer == scene.Network.Input && layer.Shape.Sizes.Length == 3
            ? Steps(scene.Scope.Preprocessing, output[cell], unit, layer.Shape.Units, words) : null;
        var equation = !_hasEquation ? "" : steps is not null ? Folder + "input.html"
            : Folder + (scene.Scope.Equations.Contains(kind) && explanation is not null ? kind : "other") + ".html";
        var hasMaps = layer.Shape.MapSize > 1;
        var url = hasMaps ? FormattableString.Invariant($"{tile.Url}#y={cell.Row}&x={cell.Column}") : tile.Url;
        var view = new UnitFigureView(
            tile, parts, explanation, cell.Row, cell.Column, LessonScene.OperatorName(layer, words), layer.Operator is IHasKernels, hasMaps,
            equation, _open, InputTile(scene, picture, layer, cell, words),
            new(output[cell], Decimals.ForMagnitude(output.Magnitude)), steps);
        return new(view, url) { Picture = tile.Map };
    }

    /// <summary>How the pixel's brightness became the input's number.</summary>
    private static PixelStepsView Steps(Preprocessing preprocessing, float value, int channel, int channels, Words words) => new(
        PreprocessExplanation.Of(preprocessing, channel, preprocessing.ValueOf(value, channel)), preprocessing.Invert,
        InputChannels.Of(preprocessing.Channels, channels) is { } sources ? NetworkViews.SourceName(sources[channel], words) : "");

    private static ImmutableArray<EquationPart> Parts(LessonScene scene, LessonPicture picture, Layer layer, Explanation explanation,
        Words words)
    {
        var linked = new PartViews(scene.Network, scene.Scope.Views, picture.Maps, scene.Kernels).Of(layer, explanation);
        return [.. linked.Select(part =>
        {
            var isMap = layer.Operator is IHasKernels && part.Part.Unit >= 0;
            var input = isMap ? scene.Network[layer.Inputs[0]] : null;
            var region = input is null ? default : layer.Operator.InputRegion(0, Region.Of(explanation.At), input.Shape);
            return new EquationPart(
                part.Part, scene.PartName(layer, part.Part, words), part.Url, input is null
                    ? null : scene.Tile(picture, input, part.Part.Unit, words, region), part.Kernel);
        })];
    }

    /// <summary>Of an operator whose units stay apart, the one map that is read.</summary>
    private static MapTile? InputTile(LessonScene scene, LessonPicture picture, Layer layer, Cell cell, Words words)
    {
        if (layer.Inputs.IsEmpty || layer.Operator is IHasKernels || !layer.Operator.IsPerUnit) return null;
        var input = scene.Network[layer.Inputs[0]];
        return cell.Unit >= input.Shape.Units ? null
            : scene.Tile(picture, input, cell.Unit, words, layer.Operator.InputRegion(0, Region.Of(cell), input.Shape));
    }
}
