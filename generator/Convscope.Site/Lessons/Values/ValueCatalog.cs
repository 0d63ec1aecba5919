using Convscope.Core.Operators;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Lessons.Values;

/// <summary>A number or name of the model's within a line, bound and checked; gives its HTML, or null where there is none.</summary>
public delegate string? LiveValue(LessonScene scene, Words words);

/// <summary>Every kind of <c>:value{...}</c>: its word, and what reads its parameters.</summary>
public static class ValueCatalog
{
    private static readonly Dictionary<string, Func<Arguments, LessonNeeds, LiveValue>> Kinds = new(StringComparer.Ordinal)
    {
        // Of the model.
        ["model"] = (_, _) => (scene, words) => Live.Text(scene.EditionOf(words).Site.Model.Title),
        ["fact"] = FactValues.Fact,
        ["learning"] = LearningValues.Measured,
        ["pictures"] = (_, _) => (scene, _) => Live.Whole(scene.Site.Pictures.Length),
        ["classes"] = (_, _) => (scene, _) => Live.Whole(scene.Network.Output.Shape.Units),
        ["layers"] = LayerValues.Layers,
        ["parameters"] = LayerValues.Parameters,
        ["known"] = (_, _) => (scene, _) => Live.Whole(scene.Site.Pictures.Count(picture => picture.IsKnown)),
        ["right"] = (_, _) => (scene, _) => Live.Whole(scene.Site.Pictures.Count(picture => picture.IsRight)),
        ["wrong"] = (_, _) => (scene, _) => Live.Whole(scene.Site.Pictures.Count(picture => picture is { IsKnown: true, IsRight: false })),

        // Of a layer.
        ["name"] = LayerValues.Name,
        ["operator"] = LayerValues.Of((layer, _, words) => Live.Text(LessonScene.OperatorName(layer, words))),
        ["shape"] = LayerValues.Of((layer, _, _) => Live.Text(layer.Shape.ToString())),
        ["units"] = LayerValues.Of((layer, _, _) => Live.Whole(layer.Shape.Units)),
        ["height"] = LayerValues.Of((layer, _, _) => Live.Whole(layer.Shape.Height)),
        ["width"] = LayerValues.Of((layer, _, _) => Live.Whole(layer.Shape.Width)),
        ["numbers"] = LayerValues.Of((layer, _, _) => Live.Whole(layer.Shape.Count)),
        ["inputs"] = LayerValues.Of((layer, scene, _) =>
            layer.Inputs.IsEmpty ? null : Live.Whole(scene.Network[layer.Inputs[0]].Shape.Units)),
        ["reads"] = LayerValues.Of((layer, scene, _) => layer.Inputs.IsEmpty ? null
            : Live.Whole(layer.Operator is IHasKernels kernels ? kernels.InputsPerGroup : scene.Network[layer.Inputs[0]].Shape.Units)),
        ["input-numbers"] = LayerValues.Of((layer, scene, _) =>
            layer.Inputs.IsEmpty ? null : Live.Whole(scene.Network[layer.Inputs[0]].Shape.Count)),
        ["kernel"] = LayerValues.OfWindow(window => Live.Pair(window.Rows.Kernel, window.Columns.Kernel)),
        ["window"] = LayerValues.OfWindow(window => Live.Whole(window.Rows.Kernel * window.Columns.Kernel)),
        ["stride"] = LayerValues.OfWindow(window => Live.Same(window.Rows.Stride, window.Columns.Stride)),
        ["padding"] = LayerValues.OfWindow(window => Live.Same(window.Rows.PadBegin, window.Columns.PadBegin)),
        ["dilation"] = LayerValues.OfWindow(window => Live.Same(window.Rows.Dilation, window.Columns.Dilation)),
        ["field"] = LayerValues.Field,
        ["products"] = LayerValues.Of((layer, _, _) =>
            layer.Operator is IWeighs weighs ? Live.Whole(weighs.WeightsOfUnit.Aggregate(1, (all, factor) => all * factor)) : null),
        ["parameter-rule"] = LayerValues.ParameterRule,
        ["size-rule"] = LayerValues.SizeRule,
        ["weight"] = LayerValues.Weight,
        ["bias"] = LayerValues.Bias,
        ["dead"] = LayerValues.Dead,

        // Of a picture.
        ["picture"] = PictureValues.Title,
        ["label"] = PictureValues.Label,
        ["top-class"] = PictureValues.TopClass,
        ["probability"] = PictureValues.Probability,
        ["lead"] = PictureValues.Lead,
        ["probability-sum"] = PictureValues.ProbabilitySum,

        // Of a unit on a picture.
        ["unit"] = UnitValues.Name,
        ["maximum"] = UnitValues.Of((map, _) => map.Maximum),
        ["minimum"] = UnitValues.Of((map, _) => map.Minimum),
        ["mean"] = UnitValues.Of((map, _) => map.Mean),
        ["zeros"] = UnitValues.Zeros,
        ["zero-count"] = UnitValues.ZeroCount,
        ["layer-zeros"] = UnitValues.LayerZeros,
        ["cell"] = UnitValues.Cell,
        ["place"] = UnitValues.Place,
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>The value of a directive, or null where its kind is none.</summary>
    public static LiveValue? Bind(Arguments arguments, LessonNeeds needs) =>
        Kinds.TryGetValue(arguments.Directive.Kind, out var bind) ? bind(arguments, needs) : null;
}
