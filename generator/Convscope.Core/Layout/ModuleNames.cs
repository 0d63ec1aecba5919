using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Texts;

namespace Convscope.Core.Layout;

/// <summary>Calls modules by what their structure is.</summary>
public static class ModuleNames
{
    private const int ListedLayers = 7;
    private static readonly char[] Separators = ['.', '/', '-', '_', ':'];

    /// <summary>What a module's layers compute: <c>convolution, ReLU, convolution, addition</c>; many are counted.</summary>
    public static Phrase MadeOf(IReadOnlyCollection<Layer> layers)
    {
        var titles = layers.Select(OfLayer).ToArray();
        if (titles.Length <= ListedLayers) return Phrase.List(titles);
        return Phrase.List(titles.GroupBy(title => title)
            .Select(same => same.Count() == 1 ? same.Key : new("module_times", same.Count(), same.Key)));
    }

    /// <summary>What a layer computes: <c>depthwise convolution</c>.</summary>
    public static Phrase OfLayer(Layer layer) =>
        LayerRoles.IsDepthwise(layer) ? new("depthwise", layer.Operator.Title) : layer.Operator.Title;

    /// <summary>What the names of a module's layers have in common in the model's file, <c>layer1.0</c>, or empty.</summary>
    public static string SharedPrefix(IReadOnlyList<Layer> layers)
    {
        if (layers.Count < 2) return "";
        var prefix = layers[0].ReadableName;
        foreach (var layer in layers)
        {
            var same = 0;
            while (same < prefix.Length && same < layer.ReadableName.Length && prefix[same] == layer.ReadableName[same]) same++;
            prefix = prefix[..same];
        }

        // Only whole words: up to the last separator, or all of a name that others go on from.
        var isWhole = layers.All(layer =>
            layer.ReadableName.Length == prefix.Length || Separators.Contains(layer.ReadableName[prefix.Length]));
        var end = isWhole ? prefix.Length : prefix.LastIndexOfAny(Separators);
        return end <= 1 ? "" : prefix[..end].Trim(Separators);
    }

    internal static Phrase Of(ModuleGraph graph, int from, int to, ImmutableArray<Module> steps)
    {
        if (to - from == 1) return graph.Layers[from].Operator.Title;
        if (steps.Length > 1 && Repeats(steps) && Joins(graph, from, to).Count(join => IsConcat(graph, join)) >= 3)
            return Module("dense_block");
        var joins = Joins(graph, from, to).ToArray();
        var last = Array.FindLast(joins, join => graph.Layers[join].Operator.Joins == Joining.Sum || IsConcat(graph, join));
        if (joins.Length > 0 && last >= from && graph.Roles[last] == LayerRole.Join)
        {
            if (!IsConcat(graph, last))
                return Module(IsConvNext(graph, from, to) ? "convnext_block" : IsBottleneck(graph, from, to) ? "inverted_residual"
                    : HasShortcut(graph, last, from) ? "residual_block" : "sum_of_branches");
            var inputs = graph.InputsOf(last).ToArray();
            if (IsPyramid(graph, inputs)) return Module("pyramid_pooling");
            if (inputs.Any(input => input < from))
                return Module(Enumerable.Range(from, to - from).Any(graph.ChangesSize) ? "decoder_step"
                    : last == to - 1 || inputs.All(input => input < from) ? "dense_layer" : "decoder_step");
            if (inputs.Distinct().Count() > 1 && joins.Any(join => graph.Layers[join].Operator.Joins == Joining.Sum))
                return Module("csp_block");
            return Module(inputs.Distinct().Count() > 2 ? "inception" : "two_branches");
        }

        return joins.Any(join => graph.Layers[join].Operator.Joins == Joining.Product)
            && Has(graph, from, to, LayerRole.Pool) && Has(graph, from, to, LayerRole.Mix)
            && !IsFirst(graph, from) ? Module(IsBottleneck(graph, from, to) ? "inverted_residual" : "squeeze_and_excite")
            : Chain(graph, from, to);
    }

    private static Phrase Chain(ModuleGraph graph, int from, int to)
    {
        var layers = graph.Slice(from, to);
        if (IsFirst(graph, from)) return Module("stem");
        if (layers.Any(layer => layer.Operator is IFullyConnected)
            || (Enumerable.Range(from, to - from).Any(graph.EndsMaps) && to >= graph.Count - 1)) return Module("classifier");
        var pools = Has(graph, from, to, LayerRole.Pool);
        var mixes = Enumerable.Range(from, to - from).Count(i => graph.Roles[i] == LayerRole.Mix);
        if (IsBottleneck(graph, from, to)) return Module("inverted_residual");
        if (mixes == 0) return pools ? Module("pooling") : MadeOf(layers);
        var title = Module(layers.Any(LayerRoles.IsDepthwise) ? "separable_convolution" : mixes > 1 ? "convolutions" : "convolution");
        return pools ? new("module_and_pooling", title) : title;
    }

    /// <summary>Whether one way into a sum holds at most one weighted layer and another holds more.</summary>
    private static bool HasShortcut(ModuleGraph graph, int join, int from)
    {
        var weights = new List<int>();
        foreach (var input in graph.InputsOf(join)) weights.Add(Weights(graph, input, from));
        return weights.Min() <= 1 && weights.Max() > weights.Min();
    }

    /// <summary>Weighted layers on the way back to what lies before the module, along first inputs.</summary>
    private static int Weights(ModuleGraph graph, int layer, int from)
    {
        var count = 0;
        while (layer >= from)
        {
            if (graph.Roles[layer] == LayerRole.Mix) count++;
            if (graph.InputsOf(layer).Length == 0) break;
            layer = graph.InputsOf(layer)[0];
        }

        return count;
    }

    /// <summary>A depthwise convolution that is wider than the last layer, which narrows what an earlier one widened; what squeezes and
    /// excites in between, on maps of one cell, doesn't count.</summary>
    private static bool IsBottleneck(ModuleGraph graph, int from, int to) =>
        Mixes(graph, from, to) is [.., var wide, var last] && LayerRoles.IsDepthwise(wide) && wide.Shape.Units > last.Shape.Units;

    /// <summary>A depthwise convolution first, then one that widens, then one that narrows again.</summary>
    private static bool IsConvNext(ModuleGraph graph, int from, int to) =>
        Mixes(graph, from, to) is [var first, var wide, var last] && LayerRoles.IsDepthwise(first)
        && wide.Operator.Parameters > last.Shape.Units && wide.Operator.Parameters > first.Operator.Parameters
        && wide.Shape.Count > last.Shape.Count && last.Shape.Count == first.Shape.Count;

    private static Layer[] Mixes(ModuleGraph graph, int from, int to) =>
        [.. Enumerable.Range(from, to - from).Where(i => graph.Roles[i] == LayerRole.Mix).Select(i => graph.Layers[i])
            .Where(layer => layer.Shape.MapSize > 1)];

    /// <summary>A layer and poolings of it over ever larger windows, stacked.</summary>
    private static bool IsPyramid(ModuleGraph graph, int[] inputs) =>
        inputs.Length > 2 && inputs.Count(input => graph.Roles[input] == LayerRole.Pool) >= inputs.Length - 1;

    private static bool IsFirst(ModuleGraph graph, int from) => from > 0 && graph.Roles[from - 1] == LayerRole.Input;

    private static bool Repeats(ImmutableArray<Module> steps) => steps.Select(step => step.Signature).Distinct().Count() < steps.Length;

    private static IEnumerable<int> Joins(ModuleGraph graph, int from, int to) =>
        Enumerable.Range(from, to - from).Where(i => graph.Roles[i] == LayerRole.Join);

    private static bool IsConcat(ModuleGraph graph, int layer) => graph.Layers[layer].Operator.Joins == Joining.Stack;

    private static bool Has(ModuleGraph graph, int from, int to, LayerRole role) =>
        Enumerable.Range(from, to - from).Any(i => graph.Roles[i] == role);

    private static Phrase Module(string kind) => new("module_" + kind);
}
