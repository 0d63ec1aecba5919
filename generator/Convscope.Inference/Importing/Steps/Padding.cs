using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>How a <c>Pad</c> node pads, whether it says so by attributes (before opset 11) or by inputs, for all axes or for
/// some.</summary>
internal static class Padding
{
    /// <summary>Numbers of cells before each axis, then after each, batch included; null when they are computed.</summary>
    public static long[]? Of(NodeProto node, Import import)
    {
        var rank = import.Probe.SizesOf(node.Output[0]).Length;
        var attributes = Nodes.Attributes(node);
        var given = attributes.TryGetValue("pads", out var pads) || attributes.TryGetValue("paddings", out pads)
            ? (long[])pads
            : Input(node, 1, import)?.Values.Select(pad => (long)pad).ToArray();
        if (given is null) return null;
        var axes = Input(node, 3, import)?.Values.Select(axis => (long)axis < 0 ? (long)axis + rank : (long)axis).ToArray()
            ?? [.. Enumerable.Range(0, rank).Select(axis => (long)axis)];
        if (given.Length != 2 * axes.Length || axes.Any(axis => axis >= rank)) return null;
        var all = new long[2 * rank];
        for (var i = 0; i < axes.Length; i++) (all[axes[i]], all[rank + axes[i]]) = (given[i], given[axes.Length + i]);
        return all;
    }

    /// <summary>True when what is put around is zeros.</summary>
    public static bool IsZero(NodeProto node, Import import)
    {
        var attributes = Nodes.Attributes(node);
        if (attributes.TryGetValue("mode", out var mode) && (string)mode != "constant") return false;
        if (attributes.TryGetValue("value", out var value)) return (float)value == 0;
        return node.Input.Count < 3 || node.Input[2].Length == 0 || Input(node, 2, import) is { Values: [0f] };
    }

    private static Constant? Input(NodeProto node, int at, Import import) =>
        node.Input.Count > at && import[node.Input[at]] is Known known ? known.Constant : null;
}
