using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Inference.Importing;

/// <summary>Rewrites a node that works on (N, H, W, C) as the same node on (N, C, H, W).</summary>
internal static class ChannelsLast
{
    /// <summary>The node as it would be with channels first, or null when no rule says how.</summary>
    public static NodeDescription? Rewrite(NodeDescription node, IEnumerable<InputLayout> layouts)
    {
        InputLayout[] all = [.. layouts];
        if (OperatorCatalog.MarkOf(node.OpType)?.Axes == AxisRule.Grid)
            return all is [InputLayout.Nchw, InputLayout.Nhwc] ? OnGrid(node) : null;
        if (all.Any(layout => layout != InputLayout.Nhwc)) return null;
        return OperatorCatalog.MarkOf(node.OpType)?.Axes switch
        {
            AxisRule.Cellwise => node,
            AxisRule.Operands => Turned(node),
            AxisRule.NamedAxes => MoveAxes(node),
            AxisRule.Pads => MovePads(node),
            AxisRule.Scales => MoveScales(node),
            AxisRule.Order => With(node, "by_place"),
            _ => null,
        };
    }

    /// <summary>An axis of (N, H, W, C) as it is numbered in (N, C, H, W).</summary>
    public static long Move(long axis) => (axis < 0 ? axis + 4 : axis) switch { 1 => 2, 2 => 3, 3 => 1, var other => other };

    /// <summary>The grid is shown as two maps.</summary>
    private static NodeDescription OnGrid(NodeDescription node) => With(node, "grid_of_maps");

    private static NodeDescription With(NodeDescription node, string setting) =>
        node with { Attributes = new Dictionary<string, object>(node.Attributes, StringComparer.Ordinal) { [setting] = 1L } };

    /// <summary>Its constant operands have as many axes as the input, or fewer, and are turned with it.</summary>
    private static NodeDescription Turned(NodeDescription node) =>
        node with { Constants = node.Constants.ToDictionary(pair => pair.Key, pair => Permutation.ToChannelsFirst(pair.Value)) };

    private static NodeDescription MoveAxes(NodeDescription node)
    {
        var attributes = node.Attributes.ToDictionary(StringComparer.Ordinal);
        if (attributes.TryGetValue("axis", out var axis)) attributes["axis"] = Move((long)axis);
        if (attributes.TryGetValue("axes", out var axes)) attributes["axes"] = ((long[])axes).Select(Move).ToArray();
        return Turned(node) with { Attributes = attributes };
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
}
