using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// The same numbers in the same order with other axes. What lays maps out as one vector is <see cref="Flatten"/>.
/// https://onnx.ai/onnx/operators/onnx__Reshape.html, https://onnx.ai/onnx/operators/onnx__Squeeze.html,
/// https://onnx.ai/onnx/operators/onnx__Unsqueeze.html
/// </summary>
[OnnxOperator("Reshape", "Squeeze", "Unsqueeze", Axes = AxisRule.Order)]
public sealed class Reshape : Copy
{
    private static readonly string[] ByPlace = ["rows", "columns", "units"];
    private readonly bool _isByPlace;

    /// <summary>Reads a node; all that matters is the shapes, and whether the file has the channels last: then it reads place by place,
    /// all units of each, as the heads of detectors are laid out.</summary>
    /// <exception cref="NotSupportedException">The number of cells changes, or the places don't fall into units and columns.</exception>
    public Reshape(NodeDescription node)
        : this(node.OnlyInput, node.OutputShape)
    {
        _isByPlace = node.Int("by_place", 0) == 1;
        if (_isByPlace && !IsSumOfSteps()) throw new NotSupportedException();
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
    public override bool OnlyReshapes => !_isByPlace;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => _isByPlace ? [new("order_of_axes",
        Phrase.List(ByPlace.Select(axis => Phrase.Named("axis", axis))))] : [];

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell)
    {
        var (index, input) = (Output.IndexOf(cell), OperandShapes[0]);
        return new(0, _isByPlace
            ? new(index % input.Units, index / input.Units / input.Width, index / input.Units % input.Width) : input.CellAt(index));
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => _isByPlace ? base.Describe() : OperatorDescription.None;

    /// <summary>Whether where a cell comes from is a step for its unit, one for its row and one for its column.</summary>
    private bool IsSumOfSteps()
    {
        var start = At(new(0));
        for (var i = 0; i < Output.Count; i++)
        {
            var cell = Output.CellAt(i);
            if (At(cell) - start != At(new(cell.Unit)) + At(new(0, cell.Row)) + At(new(0, 0, cell.Column)) - (3 * start)) return false;
        }

        return true;

        int At(Cell cell) => OperandShapes[0].IndexOf(OriginOf(cell)!.Value.Cell);
    }
}
