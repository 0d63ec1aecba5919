using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Combines its operands cell by cell. An operand of size 1 along an axis counts for the whole axis (one number a unit, one for
/// all), and one operand may be constant. https://github.com/onnx/onnx/blob/main/docs/Broadcasting.md
/// </summary>
public abstract class Elementwise : Operator
{
    private readonly Tensor? _constant;
    private readonly int _place;

    /// <summary>Combines inputs and, if there is one, a constant with as many axes.</summary>
    /// <param name="constant">The constant operand, or null.</param>
    /// <param name="place">Where the constant stands among the operands.</param>
    protected Elementwise(Tensor? constant, int place) => (_constant, _place) = (constant, place);

    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">Several operands are constant, or one doesn't fit the output.</exception>
    protected Elementwise(NodeDescription node)
    {
        if (node.InputShapes.Count == 0 || node.Constants.Count > 1) throw new NotSupportedException();
        foreach (var (position, constant) in node.Constants) (_constant, _place) = (Fit(constant, node.OutputShape), position);
        IsPerUnit = node.InputShapes.All(shape => shape.Units == node.OutputShape.Units);
    }

    /// <inheritdoc/>
    public override bool IsPerUnit { get; } = true;

    /// <inheritdoc/>
    public override long Parameters => _constant?.Values.Length ?? 0;

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Normalise;

    /// <inheritdoc/>
    public override Joining Joins => Joining.Cellwise;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var shapes = _constant is null ? inputs : [.. inputs, _constant.Shape];
        var sizes = (shapes.FirstOrDefault(shape => shape.Count > 1) ?? shapes[0]).Sizes.ToArray();
        foreach (var shape in shapes.Where(shape => shape.Count > 1))
        {
            if (shape.Sizes.Length != sizes.Length) throw DoNotFit();
            for (var axis = 0; axis < sizes.Length; axis++)
            {
                if (shape.Sizes[axis] != sizes[axis] && shape.Sizes[axis] != 1 && sizes[axis] != 1) throw DoNotFit();
                sizes[axis] = Math.Max(sizes[axis], shape.Sizes[axis]);
            }
        }

        return new(sizes);

        ArgumentException DoNotFit() => new($"operands of the shapes {string.Join(" and ", shapes)} don't fit together");
    }

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Each(inputs, (values, _) => Combine(values));

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) =>
        Each(inputs, (values, i) => Rounding.OfSum(exact[i], Magnitude(values, exact[i]), values.Length));

    private protected double[] Each(IReadOnlyList<Tensor> inputs, Func<double[], int, double> at)
    {
        var shape = OutputShape([.. inputs.Select(input => input.Shape)]);
        var operands = Operands(inputs);
        var values = new double[operands.Count];
        var output = new double[shape.Count];
        for (var i = 0; i < output.Length; i++)
        {
            var (line, column) = Math.DivRem(i, shape.Width);
            var (unit, row) = Math.DivRem(line, shape.Height);
            for (var o = 0; o < values.Length; o++) values[o] = operands[o][Source(new(unit, row, column), operands[o].Shape)];
            output[i] = at(values, i);
        }

        return output;
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) =>
        new AxisReading(Broadcast(inputShape.Units), Broadcast(inputShape.Height), Broadcast(inputShape.Width));

    /// <summary>An operand of size 1 along an axis counts for the whole axis.</summary>
    private static Func<int, AxisTaps> Broadcast(int size) => size == 1 ? _ => new(0) : AxisReading.Itself;

    /// <summary>One part an operand, in the node's order; a constant's comes from input -1.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var operands = Operands(inputs);
        double[] values = [.. operands.Select(operand => (double)operand[Source(cell, operand.Shape)])];
        double result = output[cell];
        var y = Decimals.Settle(ResultDecimals(output), Combine(values), result);
        var x = Decimals.ForOperands(values, shown => Combine(shown), result, Math.Max(y, LeastDecimals(operands)));
        var parts = operands.Select((operand, i) => Shown(operand, InputAt(i), Source(cell, operand.Shape), new(values[i], x)));
        return new(Kind, cell, [.. parts], null, new(result, y));
    }

    /// <summary>The constant, its shape and its place among the operands.</summary>
    public override OperatorDescription Describe() => _constant is not { Shape: var shape } ? OperatorDescription.None
        : OperatorDescription.Of(new { place = _place, size = new[] { shape.Units, shape.Height, shape.Width } },
            ("constant", _constant.Values));

    /// <summary>The constant's map, often of one cell, and its place among the operands; null when there is no constant.</summary>
    public override object? Describe(int unit) => _constant is null ? null : new
    {
        place = _place, height = _constant.Shape.Height, width = _constant.Shape.Width,
        values = _constant.Map(Source(new(unit), _constant.Shape).Unit).ToArray(),
    };

    /// <summary>How many decimals its results have.</summary>
    protected virtual int ResultDecimals(Tensor output) => Decimals.ForMagnitude(output.Magnitude);

    /// <summary>How many decimals its operands have at least, besides those of the result.</summary>
    protected virtual int LeastDecimals(IReadOnlyList<Tensor> operands) => -Decimals.Most;

    /// <summary>One number from those of the operands, in the node's order.</summary>
    protected abstract double Combine(ReadOnlySpan<double> values);

    /// <summary>The largest number on the way to a result; of a sum, that of its terms without signs.</summary>
    protected virtual double Magnitude(ReadOnlySpan<double> values, double exact) => Math.Abs(exact);

    /// <summary>The sum of absolute values.</summary>
    protected static double SumOfMagnitudes(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values) sum += Math.Abs(value);
        return sum;
    }

    private protected static Part Shown(Tensor operand, int input, Cell from, Number number) =>
        new(input, input < 0 ? -1 : from.Unit, [new Term(number, null, from)], number);

    private protected int InputAt(int operand) => _constant is null || operand < _place ? operand : operand == _place ? -1 : operand - 1;

    private protected List<Tensor> Operands(IReadOnlyList<Tensor> inputs)
    {
        List<Tensor> operands = [.. inputs];
        if (_constant is not null) operands.Insert(Math.Min(_place, operands.Count), _constant);
        return operands;
    }

    private protected static Cell Source(Cell cell, Shape shape) => new(
        shape.Units == 1 ? 0 : cell.Unit, shape.Height == 1 ? 0 : cell.Row, shape.Width == 1 ? 0 : cell.Column);

    /// <summary>A constant with as many axes as the output, which has no batch axis.</summary>
    internal static Tensor Fit(Constant constant, Shape output)
    {
        var rank = output.Sizes.Length;
        var extra = Math.Max(0, constant.Sizes.Count - rank);
        int[] sizes = [.. Enumerable.Repeat(1, Math.Max(0, rank - constant.Sizes.Count)), .. constant.Sizes.Skip(extra)];
        if (constant.Sizes.Take(extra).Any(size => size != 1) || sizes.Where((size, axis) => size != 1 && size != output.Sizes[axis]).Any())
            throw new NotSupportedException();
        return new(new(sizes), constant.Values);
    }
}
