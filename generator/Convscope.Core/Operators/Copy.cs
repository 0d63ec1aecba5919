using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>Where the number of an output cell is copied from.</summary>
/// <param name="Operand">Which operand of the node, constants counted.</param>
/// <param name="Cell">The cell of it.</param>
public readonly record struct Origin(int Operand, Cell Cell);

/// <summary>
/// An operator that computes nothing: every cell of its output is a copy of one cell of an operand, or a constant that fills the
/// place. Where a cell comes from is the sum of a step for its row and a step for its column, in every operator of this kind, and
/// so two short lists tell the script all of it (<see cref="Describe()"/>).
/// </summary>
/// <param name="operands">Shapes of the operands, constants included.</param>
/// <param name="output">Shape of the output.</param>
public abstract class Copy(IReadOnlyList<Shape> operands, Shape output) : Operator, ICopies
{
    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <summary>What stands in cells that have no origin.</summary>
    protected virtual float Filling => 0;

    /// <summary>Shape of the output.</summary>
    protected Shape Output => output;

    /// <summary>Shapes of the operands, constants included.</summary>
    protected IReadOnlyList<Shape> OperandShapes => operands;

    /// <summary>Where a cell of the output is copied from; null where it is filled.</summary>
    public abstract Origin? OriginOf(Cell cell);

    /// <summary>Which input an operand is; -1 for a constant.</summary>
    public virtual int InputOf(int operand) => operand;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Copy(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var expected = operands.Where((_, operand) => InputOf(operand) >= 0);
        return inputs.SequenceEqual(expected) ? output
            : throw new ArgumentException($"{Kind} of {string.Join(" and ", expected)} can't read {string.Join(" and ", inputs)}");
    }

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var values = new double[output.Count];
        var i = 0;
        for (var unit = 0; unit < output.Units; unit++)
        {
            for (var row = 0; row < output.Height; row++)
            {
                for (var column = 0; column < output.Width; column++)
                    values[i++] = OriginOf(new(unit, row, column)) is { } from ? OperandAt(from.Operand, inputs)[from.Cell] : Filling;
            }
        }

        return values;
    }

    /// <summary>A copy isn't rounded.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) =>
        new CopyReading(cell => OriginOf(cell) is { } from && InputOf(from.Operand) == input ? from.Cell : null);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var result = new Number(output[cell], Decimals.ForMagnitude(output.Magnitude));
        var (input, from) = OriginOf(cell) is { } origin ? (InputOf(origin.Operand), origin.Cell) : (-1, new Cell(-1, -1, -1));
        var part = new Part(input, input < 0 ? -1 : from.Unit, [new Term(result, null, from, from.Unit < 0)], result);
        return new(Kind, cell, [part], null, result);
    }

    /// <summary>The units that a unit of the output is copied from, each with its operand, in the order of first use.</summary>
    public IReadOnlyList<(int Operand, int Unit)> OriginsOf(int unit)
    {
        var origins = new HashSet<(int, int)>();
        for (var i = 0; i < output.MapSize; i++)
        {
            if (OriginOf(new(unit, i / output.Width, i % output.Width)) is { } from) origins.Add((from.Operand, from.Cell.Unit));
        }

        return [.. origins];
    }

    /// <summary>
    /// For the script: a cell is copied from index <c>units[unit] + rows[row] + columns[column]</c>, counted over the operands, their
    /// units, rows and columns as if all operands were of <c>sizes</c>; where one of the three is no number, it is filled.
    /// </summary>
    public override OperatorDescription Describe()
    {
        var known = Enumerable.Range(0, output.Count).Select(i => output.CellAt(i)).FirstOrDefault(cell => Index(cell) is not null);
        var start = Index(known) ?? 0;
        float[] Steps(int size, Func<int, Cell> at) => [.. Enumerable.Range(0, size).Select(i => Index(at(i)) - start ?? float.NaN)];
        var constants = Enumerable.Range(0, operands.Count).Where(operand => InputOf(operand) < 0);
        return OperatorDescription.Of(
            new
            {
                sizes = Sizes, shapes = operands.Select(shape => new[] { shape.Units, shape.Height, shape.Width }),
                inputs = Enumerable.Range(0, operands.Count).Select(InputOf), start, filling = Filling,
            },
            [
                ("units", Steps(output.Units, unit => known with { Unit = unit })),
                    ("rows", Steps(output.Height, row => known with { Row = row })),
                ("columns", Steps(output.Width, column => known with { Column = column })),
                .. constants.Select(operand => ($"constant{operand}", (float[]?)OperandAt(operand, []).Values)),
            ]);
    }

    /// <summary>The same of one unit: cell (y, x) is copied from index <c>rows[y] + columns[x]</c>; null where it is filled.</summary>
    public override object? Describe(int unit)
    {
        var known = Enumerable.Range(0, output.MapSize).Select(i => new Cell(unit, i / output.Width, i % output.Width))
            .FirstOrDefault(cell => Index(cell) is not null, new(unit));
        var start = Index(known);
        return new
        {
            sizes = Sizes, inputs = Enumerable.Range(0, operands.Count).Select(InputOf),
            rows = Enumerable.Range(0, output.Height).Select(row => Index(known with { Row = row })),
            columns = Enumerable.Range(0, output.Width).Select(column => Index(known with { Column = column }) - start),
        };
    }

    private int[] Sizes => [operands.Max(shape => shape.Units), operands.Max(shape => shape.Height), operands.Max(shape => shape.Width)];

    private long? Index(Cell cell) => OriginOf(cell) is not { } from ? null
        : ((((((long)from.Operand * Sizes[0]) + from.Cell.Unit) * Sizes[1]) + from.Cell.Row) * Sizes[2]) + from.Cell.Column;

    /// <summary>An operand's numbers.</summary>
    protected virtual Tensor OperandAt(int operand, IReadOnlyList<Tensor> inputs) => inputs[operand];
}
