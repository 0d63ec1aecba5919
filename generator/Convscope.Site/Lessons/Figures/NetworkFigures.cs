using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Hyperparameters;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>The kernels of a convolution: of all its units, or those of one with their weights.</summary>
public sealed class KernelsFigure : Figure
{
    private readonly NamedLayer _layer;
    private readonly UnitChoice? _unit;
    private readonly int _units;

    /// <summary>Reads <c>layer unit units</c>.</summary>
    public KernelsFigure(Arguments arguments)
        : base(arguments.Key)
    {
        _layer = arguments.Layer(LessonScope.FirstKernels);
        if (_layer.Layer is { } layer && layer.Operator is not IHasKernels) arguments.Wrong("layer", $"'{layer.Id}' has no kernels");
        if (arguments.Text("unit", "all") != "all")
        {
            _unit = arguments.Unit(_layer);
            if (UnitChoice.DependsOnPicture(arguments.Text("unit", "all")))
                arguments.Wrong("unit", "kernels don't depend on a picture: name the unit by its index, or write all");
        }

        _units = arguments.Count("units", 12);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { Operator: IHasKernels conv } layer) return FigureContent.NoLayer;
        var input = scene.Network[layer.Inputs[0]];
        var scale = scene.Kernels.Scale(layer, words);
        var decimals = Decimals.ForMagnitude(scale.Maximum);
        var units = _unit is { } one ? [one.Index] : scene.Scope.Plan.Units(layer).Take(_units).ToArray();
        var rows = units.Select(unit =>
            new KernelsRowView(words["unit_number", unit], [.. scene.Kernels.Of(layer, unit, words).Select(kernel =>
        {
            var name = scene.UnitName(input, kernel.Input, words);
            var weights = _unit is null ? [] : Weights(conv, unit, kernel.Input).ToArray();
            return new KernelTileView(name, kernel.Picture, kernel.Width, kernel.Height,
                words["alt_kernel", name, words["unit_number", unit]], [.. weights.Select(weight => new Number(weight, decimals))]);
        })]));
        return new(rows.ToArray(), Routes.LayerKernels(layer.Id))
        {
            More = new Dictionary<string, object?>
            {
                ["high"] = new Number(scale.Maximum, decimals),
                ["low"] = new Number(scale.Minimum, decimals)
            },
        };
    }

    private static ReadOnlySpan<float> Weights(IHasKernels conv, int unit, int input)
    {
        for (var i = 0; i < conv.InputsPerGroup; i++)
        {
            if (conv.InputChannelOf(unit, i) == input) return conv.Kernel(unit, i);
        }

        return [];
    }
}

/// <summary>The layers as a table.</summary>
public sealed class NetworkFigure : Figure
{
    /// <summary>Reads nothing.</summary>
    public NetworkFigure(Arguments arguments)
        : base(arguments.Key)
    {
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        var picture = scene.Site.Pictures[0];
        var rows = scene.Network.Layers.Select(layer => new RowView(layer.ShownName, Routes.Layer(picture.Id, layer.Id),
        [
            new(LessonScene.OperatorName(layer, words)), new(layer.Shape.ToString()),
                new(scene.FieldOf(layer, words, (rows, columns) => $"{MapWords.Whole(rows)} × {MapWords.Whole(columns)}")),
            new(MapWords.Whole(layer.Parameters), layer.Parameters.ToString(CultureInfo.InvariantCulture), "number"),
        ])).ToList();
        var all = scene.Network.Parameters;
        rows.Add(new(words["all_layers"], "", [new(""), new(""), new(""),
            new(MapWords.Whole(all), all.ToString(CultureInfo.InvariantCulture), "number")]));
        return new(new TableView([words["layer"], words["operator"], words["shape"], words["receptive_field"], words["parameters"]],
            [.. rows]), Routes.Network)
        { Template = "figures/table.html" };
    }
}

/// <summary>Why a layer's maps have their size.</summary>
public sealed class SizeFigure : Figure
{
    private readonly NamedLayer _layer;

    /// <summary>Reads <c>layer</c>.</summary>
    public SizeFigure(Arguments arguments)
        : base(arguments.Key)
    {
        _layer = arguments.Layer(LessonScope.FirstKernels);
        if (_layer.Layer is { } layer && layer.Operator is not IHasWindow) arguments.Wrong("layer", $"'{layer.Id}' slides no window");
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (_layer.Layer is not { } layer) return FigureContent.NoLayer;
        var input = scene.Network[layer.Inputs[0]].Shape;
        var window = ((IHasWindow)layer.Operator).Window;
        var url = Routes.Layer(scene.Site.Pictures[0].Id, layer.Id);
        if (Case(window.Rows, input.Height, layer.Shape.Height) is not { } rows
            || Case(window.Columns, input.Width, layer.Shape.Width) is not { } columns)
            return FigureContent.Nothing with { Url = url };
        return new(rows == columns ? new[] { rows } : [rows, columns], url);
    }

    /// <summary>The formula's numbers; null where padding is uneven or the size is rounded up, which it doesn't know.</summary>
    private static WindowCaseView? Case(Axis axis, int input, int output)
    {
        var settings = new WindowCase(input, axis.Kernel, axis.PadBegin, axis.Stride, axis.Dilation);
        return axis.PadBegin == axis.PadEnd && settings.Output == output ? new("", settings) : null;
    }
}

/// <summary>The playground for the numbers that are chosen before training.</summary>
public sealed class PlaygroundFigure : Figure
{
    /// <summary>Reads nothing.</summary>
    public PlaygroundFigure(Arguments arguments)
        : base(arguments.Key)
    {
    }

    /// <inheritdoc/>
    public override bool IsPlayground => true;

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words) => new(new object(), "")
    {
        More = Building.PlaygroundPage.Model(words).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
    };
}
