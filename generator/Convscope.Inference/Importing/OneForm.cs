using Convscope.Core.Operators;
using Convscope.Inference.Importing.Steps;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing;

/// <summary>
/// Operators that say the same by attributes in one version of the operator set and by inputs in another, brought to one form:
/// attributes, axes counted from the batch on, none negative.
/// </summary>
internal static class OneForm
{
    /// <summary>Changes attributes and constants of a node's description.</summary>
    /// <returns>False when the node says by what is computed what must be constant.</returns>
    public static bool Update(NodeProto node, Import import, Dictionary<string, object> attributes, Dictionary<int, Constant> constants) =>
        OperatorCatalog.MarkOf(node.OpType)?.Form switch
        {
            NodeForm.Reduction => Reduction(node, import, attributes, constants),
            NodeForm.Slice => Slice(node, import, attributes, constants),
            NodeForm.Pad => Pad(node, import, attributes, constants),
            _ => true,
        };

    // https://onnx.ai/onnx/operators/onnx__ReduceMean.html
    private static bool Reduction(NodeProto node, Import import, Dictionary<string, object> attributes, Dictionary<int, Constant> constants)
    {
        var rank = import.Probe.SizesOf(node.Input[0]).Length;
        var given = Longs("axes", 1, attributes, constants);
        if (given is null && node.Input.Count > 1 && node.Input[1].Length > 0) return false;
        if (given is not { Length: > 0 })
        {
            if (attributes.TryGetValue("noop_with_empty_axes", out var idle) && (long)idle == 1) return false;
            given = [.. Enumerable.Range(0, rank).Select(axis => (long)axis)];
        }

        attributes["axes"] = (long[])[.. given.Select(axis => axis < 0 ? axis + rank : axis).Order()];
        attributes["keepdims"] = attributes.TryGetValue("keepdims", out var kept) ? kept : 1L;
        attributes.Remove("noop_with_empty_axes");
        return true;
    }

    // https://onnx.ai/onnx/operators/onnx__Slice.html
    private static bool Slice(NodeProto node, Import import, Dictionary<string, object> attributes, Dictionary<int, Constant> constants)
    {
        var sizes = import.Probe.SizesOf(node.Input[0]);
        if (Longs("starts", 1, attributes, constants) is not { } starts || Longs("ends", 2, attributes, constants) is not { } ends)
            return false;
        var axes = Longs("axes", 3, attributes, constants) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        var steps = Longs("steps", 4, attributes, constants) ?? [.. Enumerable.Repeat(1L, starts.Length)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length) return false;
        for (var i = 0; i < starts.Length; i++)
        {
            if (axes[i] < 0) axes[i] += sizes.Length;
            if (axes[i] < 0 || axes[i] >= sizes.Length || steps[i] == 0) return false;
            var size = sizes[axes[i]];
            var forward = steps[i] > 0;
            starts[i] = Math.Clamp(starts[i] < 0 ? starts[i] + size : starts[i], 0, forward ? size : size - 1);

            // Backwards to the very first cell ends before the start: farther than any count from the end.
            ends[i] = Math.Clamp(ends[i] < 0 ? ends[i] + size : ends[i], forward ? 0 : -1, size);
            if (ends[i] < 0) ends[i] -= size;
        }

        (attributes["starts"], attributes["ends"], attributes["axes"], attributes["steps"]) = (starts, ends, axes, steps);
        return true;
    }

    // https://onnx.ai/onnx/operators/onnx__Pad.html
    private static bool Pad(NodeProto node, Import import, Dictionary<string, object> attributes, Dictionary<int, Constant> constants)
    {
        if (Padding.Of(node, import) is not { } pads) return false;
        if (constants.TryGetValue(2, out var value) && value.Values.Length == 1) attributes["value"] = value.Values[0];
        else attributes.TryAdd("value", 0f);
        attributes.TryAdd("mode", "constant");
        attributes["pads"] = pads;
        attributes.Remove("paddings");
        constants.Clear();
        return true;
    }

    /// <summary>Takes integers from an attribute or, failing that, from a constant input.</summary>
    private static long[]? Longs(string name, int input, Dictionary<string, object> attributes, Dictionary<int, Constant> constants)
    {
        if (attributes.TryGetValue(name, out var given)) return (long[])((long[])given).Clone();
        return constants.Remove(input, out var constant) ? [.. constant.Values.Select(Long)] : null;
    }

    // "To the end" is written as the largest integer, which as a float is one more.
    private static long Long(float value) => value >= int.MaxValue ? int.MaxValue : value <= int.MinValue ? int.MinValue : (long)value;
}
