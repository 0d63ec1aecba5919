namespace Convscope.Core.Operators;

/// <summary>Takes some units, rows or columns, in an order that the model gives. https://onnx.ai/onnx/operators/onnx__Gather.html</summary>
[OnnxOperator("Gather", SettingsFrom = 1)]
public sealed class Gather : AxisCopy
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">What is taken is computed, or only one, so that an axis goes.</exception>
    public Gather(NodeDescription node)
        : base(node.OnlyInput, node.OutputShape, axis => Taken(node, axis))
    {
    }

    /// <inheritdoc/>
    public override string Kind => "gather";

    /// <summary>Where the cells along an axis, counted without that of the batch, come from.</summary>
    private static int[] Taken(NodeDescription node, int axis)
    {
        var size = node.OnlyInput.Sizes[axis];
        var along = (int)node.Int("axis", 0);
        if (along < 0) along += node.OnlyInput.Sizes.Length + 1;
        if (along != axis + 1) return [.. Enumerable.Range(0, size)];
        return node.Constants.TryGetValue(1, out var indices) && indices.Sizes.Count == 1
            ? [.. indices.Values.Select(index => (int)index < 0 ? (int)index + size : (int)index)] : throw new NotSupportedException();
    }
}
