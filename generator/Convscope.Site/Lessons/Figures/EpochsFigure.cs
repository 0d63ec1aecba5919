using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;
using Convscope.Site.Output;

namespace Convscope.Site.Lessons.Figures;

/// <summary>Kernels, maps of one picture and its probabilities, after some of the epochs.</summary>
public sealed class EpochsFigure : Figure
{
    /// <summary>The classes shown are those that come among so many first after any epoch.</summary>
    private const int Leading = 3;

    private readonly NamedLayer _kernels;
    private readonly NamedLayer _maps;
    private readonly PictureChoice _picture;
    private readonly int _units;

    /// <summary>Reads <c>layer maps units picture</c>.</summary>
    public EpochsFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _kernels = arguments.Layer(LessonScope.FirstKernels);
        if (_kernels.Layer is { } layer && layer.Operator is not IHasKernels) arguments.Wrong("layer", $"'{layer.Id}' has no kernels");
        _maps = arguments.Layer("activation-map:last", "maps");
        _picture = arguments.Picture();
        _units = arguments.Count("units", 4);
        needs.Add(_picture, arguments.Scope.Network.Input);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_kernels.Layer is not { } layer || _maps.Layer is not { } maps) return FigureContent.NoLayer;
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        if (scene.Learning is not { } learning) return FigureContent.Nothing;
        var runs = learning.On(picture);
        var units = scene.Scope.Plan.Units(maps).OrderByDescending(unit => MapStatistics.Of(runs[^1][maps], unit).Maximum)
            .Take(_units).Order().ToArray();
        var output = scene.Network.Output;
        var told = scene.PictureIn(picture.View, words);
        int[] classes = picture.View.Classes.IsEmpty ? []
            : [.. runs.SelectMany(run => run[output].Values.Select((share, unit) => (share, unit)).OrderByDescending(pair => pair.share)
                .Take(Leading).Select(pair => pair.unit))
                .Concat(picture.View.Classes.Where(one => one.IsTrue).Select(one => one.Unit))
                .Distinct().OrderByDescending(unit => runs[^1][output].Values[unit])];
        var epochs = runs.Select(run =>
        {
            var name = run.Epoch == 0 ? words["before_training"] : words["after_epoch", run.Epoch];
            var shares = run[output].Values;

            // Each on a scale of its own: before the first step all weights are small.
            var kernelScale = ColourScale.Diverging(Largest(((IHasKernels)run.Network[layer.Id].Operator).Weights));
            var mapScale = ColourScale.Diverging(units.Max(unit => MapStatistics.Of(run[maps], unit) is var map
                ? Math.Max(Math.Abs(map.Minimum), Math.Abs(map.Maximum)) : 0));
            return new EpochView(
                run.Epoch, name, Ends(kernelScale), Ends(mapScale),
                Sheet(scene, run, layer, kernelScale, words["alt_kernels_after", layer.ShownName, name]),
                [.. units.Select(unit => Map(scene, run, maps, unit, mapScale, name, words))],
                [.. classes.Select(unit => new ShareView(scene.UnitName(output, unit, words), "",
                    new Number(shares[unit], 3).ExactText, MapWords.Percent(shares[unit], words),
                    (shares[unit] * 100).ToString("0.0", CultureInfo.InvariantCulture), shares[unit] == shares.Max(),
                    picture.View.Classes.Any(one => one.IsTrue && one.Unit == unit)))],
                new(learning.Record.Curves.Loss.HeldOut[run.Epoch], 2),
                CurvesFigure.Share(learning.Record.Curves.Accuracy.HeldOut[run.Epoch], words));
        });
        return new(
            new EpochsView([.. epochs], layer.ShownName, maps.ShownName, learning.IsOwn(runs[^1])), "")
        { More = new Dictionary<string, object?> { ["picture"] = told } };
    }

    private static ScaleEnds Ends(ColourScale scale)
    {
        var decimals = Decimals.ForMagnitude(scale.Maximum);
        return new(new(scale.Minimum, decimals), new(scale.Maximum, decimals));
    }

    private static float Largest(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    /// <summary>All kernels in one picture: a column a unit, a row a channel that it reads.</summary>
    private static SheetImage Sheet(LessonScene scene, TrainedNetwork run, Layer layer, ColourScale scale, string alt)
    {
        var conv = (IHasKernels)run.Network[layer.Id].Operator;
        var units = scene.Scope.Plan.Units(layer);
        var (height, width) = (conv.KernelHeight, conv.KernelWidth);
        var (rows, columns) = (conv.InputsPerGroup * height, units.Length * width);
        var cells = new float[rows * columns];
        for (var column = 0; column < units.Length; column++)
        {
            for (var input = 0; input < conv.InputsPerGroup; input++)
            {
                var kernel = conv.Kernel(units[column], input);
                for (var i = 0; i < kernel.Length; i++)
                    cells[((((input * height) + (i / width)) * columns) + (column * width)) + (i % width)] = kernel[i];
            }
        }

        var route = Add(scene, MapPicture.Render(cells, rows, columns, scale, PaletteName.Diverging));
        return new("", route, columns, rows, alt, units.Length, conv.InputsPerGroup);
    }

    private static SheetImage Map(LessonScene scene, TrainedNetwork run, Layer layer, int unit, ColourScale scale, string name, Words words)
    {
        var tensor = run[layer];
        var shape = layer.Shape;
        var route = Add(scene, MapPicture.Render(
            tensor.Values.AsSpan(unit * shape.MapSize, shape.MapSize), shape.Height, shape.Width, scale, PaletteName.Diverging));
        var unitName = scene.UnitName(layer, unit, words);
        var alt = MapWords.Alt(name + words["comma"] + layer.ShownName + words["comma"] + unitName, MapStatistics.Of(tensor, unit),
            Decimals.ForMagnitude(scale.Maximum), words);
        return new(unitName, route, shape.Width, shape.Height, alt);
    }

    private static string Add(LessonScene scene, byte[] png)
    {
        var route = $"figures/epoch-{StagedSite.Hash(png)}.png";
        scene.Staged!.Add(route, png);
        return route;
    }
}
