using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Figures;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Lessons.Values;

/// <summary>Numbers and names that a layer has, apart from any picture.</summary>
internal static class LayerValues
{
    /// <summary>A value of the layer that the parameter <c>layer</c> names.</summary>
    public static Func<Arguments, LessonNeeds, LiveValue> Of(Func<Layer, LessonScene, Words, string?> value) => (arguments, _) =>
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        return (scene, words) => choice.Layer is { } layer ? value(layer, scene, words) : null;
    };

    /// <summary>A value of a sliding window.</summary>
    public static Func<Arguments, LessonNeeds, LiveValue> OfWindow(Func<Window, string> value) =>
        Of((layer, _, _) => WindowOf(layer) is { } window ? value(window) : null);

    /// <summary>How many layers, all or of a kind.</summary>
    public static LiveValue Layers(Arguments arguments, LessonNeeds needs)
    {
        var kind = arguments.Text("kind", "");
        if (kind.Length > 0 && !arguments.Scope.IsKind(kind))
            arguments.Wrong("kind", $"there is no kind of layer '{kind}'{Configuration.Suggestion.For(kind, arguments.Scope.Kinds)}");
        return (scene, _) => Live.Whole(kind.Length == 0 ? scene.Network.Layers.Length : scene.Scope.OfKind(kind).Length);
    }

    /// <summary>Weights and biases of a layer, or of the network.</summary>
    public static LiveValue Parameters(Arguments arguments, LessonNeeds needs)
    {
        if (arguments.Text("layer", "").Length == 0) return (scene, _) => Live.Whole(scene.Network.Parameters);
        var choice = arguments.Layer(LessonScope.FirstKernels);
        return (_, _) => choice.Layer is { } layer ? Live.Whole(layer.Parameters) : null;
    }

    /// <summary>A layer's name, with a link to its page.</summary>
    public static LiveValue Name(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        return (scene, _) => choice.Layer is { } layer
            ? Live.Link(Routes.Layer(scene.Site.Pictures[0].Id, layer.Id), layer.ShownName) : null;
    }

    /// <summary>The size of the receptive field, of the cell that sees most.</summary>
    public static LiveValue Field(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        return (scene, words) => choice.Layer is { } layer ? scene.FieldOf(layer, words, Live.Pair) : null;
    }

    /// <summary>How many parameters, worked out: <c>10 × (3 × 3 × 3 + 1) = 280</c>.</summary>
    public static LiveValue ParameterRule(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        return (_, _) => choice.Layer?.Operator switch
        {
            IWeighs weighs =>
                Rule(choice.Layer.Shape.Units, weighs.HasBias, choice.Layer.Operator.Parameters, weighs.WeightsOfUnit.AsSpan()),
            _ => null,
        };
    }

    /// <summary>The size of a side, worked out.</summary>
    public static LiveValue SizeRule(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        return (scene, _) =>
        {
            if (choice.Layer is not { } layer || WindowOf(layer) is not { } window) return null;
            var (axis, input) = (window.Rows, scene.Network[layer.Inputs[0]].Shape.Height);
            var padding = axis.PadBegin + axis.PadEnd;
            var room = input + padding - axis.Extent;
            var padded = padding > 0 ? $" + {Live.Whole(padding)}" : "";
            var (open, close) = room % axis.Stride == 0 ? ("", "") : room / axis.Stride + 1 == layer.Shape.Height ? ("⌊", "⌋") : ("⌈", "⌉");
            return $"<span class=\"rule\">{open}({Live.Whole(input)}{padded} − {Live.Whole(axis.Extent)}) ÷ {Live.Whole(axis.Stride)}{close} + 1 = {Live.Whole(layer.Shape.Height)}</span>";
        };
    }

    /// <summary>One weight of a kernel.</summary>
    public static LiveValue Weight(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        var conv = choice.Layer?.Operator as IHasKernels;
        if (choice.Layer is { } other && conv is null) arguments.Wrong("layer", $"'{other.Id}' is no convolution, and has no kernels");
        var unit = IndexOf(arguments, "unit", choice.Layer?.Shape.Units);
        var input = IndexOf(arguments, "input", conv?.InputsPerGroup);
        var (row, column) = Place(arguments, conv);
        return (scene, words) => conv is null ? null
            : Live.Number(conv.Kernel(unit, input)[(row * conv.KernelWidth) + column],
                Decimals.ForMagnitude(scene.Kernels.Scale(choice.Layer!, words).Maximum));
    }

    /// <summary>The bias of a unit.</summary>
    public static LiveValue Bias(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer(LessonScope.FirstKernels);
        var unit = IndexOf(arguments, "unit", choice.Layer?.Shape.Units);
        return (_, _) => choice.Layer?.Operator is IWeighs weighs
            ? Live.Number(weighs.Bias(unit), Decimals.ForMagnitude(Math.Abs(weighs.Bias(unit)))) : null;
    }

    /// <summary>How many units are zero everywhere on every picture.</summary>
    public static LiveValue Dead(Arguments arguments, LessonNeeds needs)
    {
        var choice = arguments.Layer("activation:first");
        needs.AddStatistics(choice.Layer);
        return (scene, _) => choice.Layer is { } layer
            ? Live.Whole(DeadUnits.Count(scene.Pictures.Answers(layer), layer.Shape.Units)) : null;
    }

    private static string Rule(int units, bool hasBias, long all, ReadOnlySpan<int> factors)
    {
        var product = string.Join(" × ", factors.ToArray().Select(factor => Live.Whole(factor)));
        return $"<span class=\"rule\">{Live.Whole(units)} × {(hasBias ? $"({product} + 1)" : product)} = {Live.Whole(all)}</span>";
    }

    private static Window? WindowOf(Layer layer) => (layer.Operator as IHasWindow)?.Window;

    private static int IndexOf(Arguments arguments, string name, int? count)
    {
        var text = arguments.Text(name, "0");
        if (Arguments.Number(text) is { } index && (count is null || index < count)) return index;
        arguments.Wrong(name,
            $"'{name}' must be an index from 0 to {((count ?? 1) - 1).ToString(CultureInfo.InvariantCulture)}, not '{text}'");
        return 0;
    }

    private static (int Row, int Column) Place(Arguments arguments, IHasKernels? conv)
    {
        var shape = conv is null ? null : new Core.Tensors.Shape(1, conv.KernelHeight, conv.KernelWidth);
        var choice = CellChoice.Parse(arguments.Text("at", "0,0"), shape, out var problem);
        if (problem is null && choice.Rule.Length == 0) return (choice.Row, choice.Column);
        arguments.Wrong("at", problem ?? "a weight is named by its row and column, such as 0,2");
        return (0, 0);
    }
}
