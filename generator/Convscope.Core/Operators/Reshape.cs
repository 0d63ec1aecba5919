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
    public override string Title => "Reshape";

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell) => new(0, OperandShapes[0].CellAt(Output.IndexOf(cell)));

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape)
    {
        output = output.Clip(Output);

        // Numbers that follow one another in the output do so in the input: those of whole maps, of whole rows, or else of a row each.
        var (maps, rows) = output.Width < Output.Width ? (1, 1) : output.Height < Output.Height ? (1, output.Height) : (output.LastUnit - output.FirstUnit + 1, output.Height);
        var region = (Region?)null;
        for (var unit = output.FirstUnit; unit <= output.LastUnit; unit += maps)
        {
            for (var row = output.Top; row <= output.Bottom; row += rows)
            {
                var run = Run(Output.IndexOf(new(unit, row, output.Left)), Output.IndexOf(new(unit + maps - 1, row + rows - 1, output.Right)), inputShape);
                region = region?.Union(run) ?? run;
            }
        }

        return region!.Value;
    }

    /// <summary>The smallest box about the numbers from one index to another.</summary>
    private static Region Run(int first, int last, Shape shape)
    {
        var (from, to) = (shape.CellAt(first), shape.CellAt(last));
        if (from.Unit < to.Unit) return Region.All(shape) with { FirstUnit = from.Unit, LastUnit = to.Unit };
        return from.Row < to.Row ? new(from.Unit, to.Unit, from.Row, 0, to.Row, shape.Width - 1) : Region.Of(from).Union(Region.Of(to));
    }
}
