using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>Puts its operands one after another along an axis, mostly that of the units.
/// https://onnx.ai/onnx/operators/onnx__Concat.html</summary>
[OnnxOperator("Concat", Axes = AxisRule.NamedAxes)]
public sealed class Concat : Copy
{
    private readonly Axis _axis;
    private readonly int[] _starts;
    private readonly Tensor?[] _constants;
    private readonly int[] _inputs;

    /// <summary>Axes beyond the third are folded into the columns: so many lie behind the one that is joined.</summary>
    private readonly int _inner;

    /// <summary>Reads a node; operands may be constant.</summary>
    /// <exception cref="NotSupportedException">It joins pictures of a batch, or the operands don't fit.</exception>
    public Concat(NodeDescription node)
        : this(OperandsOf(node), AxisOf(node))
    {
    }

    /// <summary>Joins the units of layers of these shapes.</summary>
    public Concat(params Shape[] shapes)
        : this([.. shapes.Select(shape => (shape, (Tensor?)null))], 0)
    {
    }

    private Concat((Shape Shape, Tensor? Constant)[] operands, int axis)
        : base([.. operands.Select(operand => operand.Shape)], Joined([.. operands.Select(operand => operand.Shape)], axis))
    {
        var rank = Output.Sizes.Length;
        _axis = axis == 0 ? Axis.Units : axis == 1 && rank > 2 ? Axis.Rows : Axis.Columns;
        _inner = _axis == Axis.Columns ? Output.Sizes.Skip(axis + 1).Aggregate(1, (product, size) => product * size) : 1;
        _constants = [.. operands.Select(operand => operand.Constant)];
        _inputs = [.. operands.Select((operand, i) =>
            operand.Constant is null ? operands.Take(i).Count(before => before.Constant is null) : -1)];
        _starts = new int[operands.Length + 1];
        for (var i = 0; i < operands.Length; i++) _starts[i + 1] = _starts[i] + operands[i].Shape.Sizes[axis];
    }

    private enum Axis
    {
        Units,
        Rows,
        Columns,
    }

    /// <inheritdoc/>
    public override string Kind => "concat";

    /// <inheritdoc/>
    public override Joining Joins => Joining.Stack;

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell)
    {
        var index = _axis switch { Axis.Units => cell.Unit, Axis.Rows => cell.Row, _ => cell.Column };
        var at = PlaceOf(index);
        var operand = 0;
        while (at >= _starts[operand + 1]) operand++;
        at = Within(operand, index);
        return new(operand, _axis switch
        {
            Axis.Units => cell with { Unit = at },
            Axis.Rows => cell with { Row = at },
            _ =>
            cell with { Column = at }
        });
    }

    /// <inheritdoc/>
    public override int InputOf(int operand) => _inputs[operand];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape)
    {
        var operand = OperandOf(input);
        AxisTaps Own(int index) => PlaceOf(index) is var at && at >= _starts[operand] && at < _starts[operand + 1]
            ? new(Within(operand, index)) : AxisTaps.None;
        return _axis switch
        {
            Axis.Units => AxisReading.Same with { Units = Own },
            Axis.Rows => AxisReading.Same with { Rows = Own },
            _ => AxisReading.Same with { Columns = Own },
        };
    }

    /// <inheritdoc/>
    public override bool Reads(int unit, int input) =>
        _axis != Axis.Units || (unit >= _starts[OperandOf(input)] && unit < _starts[OperandOf(input) + 1]);

    /// <inheritdoc/>
    protected override Tensor OperandAt(int operand, IReadOnlyList<Tensor> inputs) => _constants[operand] ?? inputs[InputOf(operand)];

    /// <summary>Where an index of the output stands on the axis that is joined.</summary>
    private int PlaceOf(int index) => index / _inner % _starts[^1];

    /// <summary>The same place in an operand.</summary>
    private int Within(int operand, int index)
    {
        var (outer, own) = (index / (_inner * _starts[^1]), _starts[operand + 1] - _starts[operand]);
        return (((outer * own) + PlaceOf(index) - _starts[operand]) * _inner) + (index % _inner);
    }

    private int OperandOf(int input) => Array.IndexOf(_inputs, input);

    private static int AxisOf(NodeDescription node)
    {
        var axis = (int)node.Int("axis", 1);
        if (axis < 0) axis += node.OutputShape.Sizes.Length + 1;
        return axis > 0 ? axis - 1 : throw new NotSupportedException();
    }

    private static (Shape Shape, Tensor? Constant)[] OperandsOf(NodeDescription node)
    {
        var flows = new Queue<Shape>(node.InputShapes);
        return [.. Enumerable.Range(0, node.InputShapes.Count + node.Constants.Count).Select(i =>
        {
            if (!node.Constants.TryGetValue(i, out var constant)) return (flows.Dequeue(), (Tensor?)null);
            if (constant.Sizes.Count != node.OutputShape.Sizes.Length + 1 || constant.Sizes[0] != 1) throw new NotSupportedException();
            var shape = new Shape([.. constant.Sizes.Skip(1)]);
            return (shape, new Tensor(shape, constant.Values));
        })];
    }

    private static Shape Joined(Shape[] shapes, int axis)
    {
        var sizes = shapes[0].Sizes.ToArray();
        sizes[axis] = shapes.Sum(shape => shape.Sizes[axis]);
        return shapes.All(shape => shape.Sizes.Length == sizes.Length
            && shape.Sizes.Where((size, i) => i != axis && size != sizes[i]).Any() == false)
            ? new(sizes) : throw new ArgumentException(
                $"the shapes {string.Join(" and ", shapes.Select(shape => shape.ToString()))} can't be put one after another");
    }
}
