using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The same numbers in the same order with other axes. What lays maps out as one vector is <see cref="Flatten"/>.
/// https://onnx.ai/onnx/operators/onnx__Reshape.html, https://onnx.ai/onnx/operators/onnx__Squeeze.html,
/// https://onnx.ai/onnx/operators/onnx__Unsqueeze.html
/// </summary>
[OnnxOperator("Reshape", "Squeeze", "Unsqueeze")]
public sealed class Reshape : Copy
{
    /// <summary>Reads a node; all that matters is the shapes.</summary>
    /// <exception cref="NotSupportedException">The number of cells changes.</exception>
    public Reshape(NodeDescription node)
        : this(node.OnlyInput, node.OutputShape)
    {
    }

    /// <summary>From one shape to another.</summary>
    /// <exception cref="NotSupportedException">The number of cells changes.</exception>
    public Reshape(Shape input, Shape output)
        : base([input], output)
    {
        if (input.Count != output.Count) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "reshape";

    /// <inheritdoc/>
    public override bool OnlyReshapes => true;

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell) => new(0, OperandShapes[0].CellAt(Output.IndexOf(cell)));
}
