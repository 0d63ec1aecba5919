using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Inference.Importing;

/// <summary>Rewrites a node that works on (N, H, W, C) as the same node on (N, C, H, W).</summary>
internal static class ChannelsLast
{
    private static readonly HashSet<string> Unary = new(StringComparer.Ordinal)
    {
        "Abs", "Celu", "Clip", "Elu", "Erf", "Exp", "Gelu", "HardSigmoid", "HardSwish", "LeakyRelu", "Log", "Mish", "Neg",
        "Relu", "Selu", "Sigmoid", "Softplus", "Softsign", "Sqrt", "Tanh", "ThresholdedRelu",
    };

    private static readonly HashSet<string> Broadcasting = new(StringComparer.Ordinal)
    {
        "Add", "Div", "Max", "Mean", "Min", "Mul", "Pow", "PRelu", "Sub", "Sum",
    };

    private static readonly HashSet<string> AlongAxes = new(StringComparer.Ordinal)
    {
        "Concat", "LogSoftmax", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceSum", "Slice", "Softmax",
    };

    private static readonly HashSet<string> OnChannelsFirst = new(StringComparer.Ordinal)
    {
        "AveragePool", "BatchNormalization", "Conv", "ConvTranspose", "GlobalAveragePool", "GlobalMaxPool", "InstanceNormalization",
        "LpPool", "LRN", "MaxPool",
    };

    /// <summary>True for operators that ONNX defines with their channels first.</summary>
    public static bool NeedsChannelsFirst(string opType) => OnChannelsFirst.Contains(opType);

    /// <summary>The node as it would be with channels first, or null when no rule says how.</summary>
    public static NodeDescription? Rewrite(NodeDescription node, IEnumerable<InputLayout> layouts)
    {
        if (layouts.Any(layout => layout != InputLayout.Nhwc)) return null;
        if (Unary.Contains(node.OpType)) return node;
        if (Broadcasting.Contains(node.OpType))
            return node with { Constants = node.Constants.ToDictionary(pair => pair.Key, pair => Permutation.ToChannelsFirst(pair.Value)) };
        if (node.OpType == "Pad") return MovePads(node);
        if (node.OpType is "Resize" or "Upsample") return MoveScales(node);
        return AlongAxes.Contains(node.OpType) ? MoveAxes(node) : null;
    }

    /// <summary>An axis of (N, H, W, C) as it is numbered in (N, C, H, W).</summary>
    public static long Move(long axis) => (axis < 0 ? axis + 4 : axis) switch { 1 => 2, 2 => 3, 3 => 1, var other => other };

    private static NodeDescription MoveAxes(NodeDescription node)
    {
        var attributes = node.Attributes.ToDictionary(StringComparer.Ordinal);
        if (attributes.TryGetValue("axis", out var axis)) attributes["axis"] = Move((long)axis);
        else if (node.OpType is "Softmax" or "LogSoftmax") attributes["axis"] = 1L;
        if (attributes.TryGetValue("axes", out var axes)) attributes["axes"] = ((long[])axes).Select(Move).ToArray();
        var constants = node.Constants.ToDictionary(
            pair => pair.Key,
            pair => node.OpType == "Concat" ? Permutation.ToChannelsFirst(pair.Value) : MoveAll(pair.Value));
        return node with { Attributes = attributes, Constants = constants };
    }

    private static NodeDescription? MovePads(NodeDescription node)
    {
        if (!node.Attributes.TryGetValue("pads", out var given) || given is not long[] { Length: 8 } pads) return null;
        var attributes = node.Attributes.ToDictionary(StringComparer.Ordinal);
        attributes["pads"] = new[] { pads[0], pads[3], pads[1], pads[2], pads[4], pads[7], pads[5], pads[6] };
        return node with { Attributes = attributes };
    }

    // Factors and sizes are given an axis each, or for the axes that are named.
    private static NodeDescription MoveScales(NodeDescription node)
    {
        var attributes = node.Attributes.ToDictionary(StringComparer.Ordinal);
        if (attributes.TryGetValue("axes", out var axes))
        {
            attributes["axes"] = ((long[])axes).Select(Move).ToArray();
            return node with { Attributes = attributes };
        }

        if (attributes.TryGetValue("scales", out var given)) attributes["scales"] = Moved((float[])given);
        var constants = node.Constants.ToDictionary(pair => pair.Key, pair => pair.Value with { Values = Moved(pair.Value.Values) });
        return node with { Attributes = attributes, Constants = constants };

        static float[] Moved(float[] values) =>
            values is [var batch, var rows, var columns, var units] ? [batch, units, rows, columns] : values;
    }

    private static Constant MoveAll(Constant axes) => axes with { Values = [.. axes.Values.Select(axis => (float)Move((long)axis))] };
}
