namespace Convscope.Core.Operators;

/// <summary>
/// Repeats its input along axes. https://onnx.ai/onnx/operators/onnx__Tile.html, and
/// https://onnx.ai/onnx/operators/onnx__Expand.html, which repeats axes of size 1.
/// </summary>
[OnnxOperator("Tile", "Expand")]
public sealed class Tile : AxisCopy
{
    /// <summary>Reads a node; how often each axis is repeated follows from the shapes.</summary>
    /// <exception cref="NotSupportedException">The input gets more axes, or isn't repeated a whole number of times.</exception>
    public Tile(NodeDescription node)
        : base(node.OnlyInput, node.OutputShape, axis => Repeat(node.InputShapes[0].Sizes[axis], node.OutputShape.Sizes[axis]))
    {
    }

    /// <inheritdoc/>
    public override string Kind => "tile";

    private static int[] Repeat(int size, int repeated) =>
        repeated % size == 0 ? [.. Enumerable.Range(0, repeated).Select(i => i % size)] : throw new NotSupportedException();
}
