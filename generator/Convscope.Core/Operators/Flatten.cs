using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Lays all cells out in one row. It computes nothing. https://onnx.ai/onnx/operators/onnx__Flatten.html
/// </summary>
[OnnxOperator("Flatten")]
public sealed class Flatten : Operator, ILaysOut
{
    private static readonly ImmutableArray<int> Usual = [0, 1, 2];

    /// <summary>Reads a node that flattens a whole picture.</summary>
    /// <exception cref="NotSupportedException">It keeps more than one axis.</exception>
    public Flatten(NodeDescription node)
        : this(Usual)
    {
        if (!node.OutputShape.IsVector) throw new NotSupportedException();
    }

    /// <summary>A flatten in an order of the axes (C, H, W): (0, 1, 2) is map after map; (1, 2, 0), cell after cell with all its
    /// channels.</summary>
    /// <exception cref="ArgumentException">An axis is missing.</exception>
    public Flatten(ImmutableArray<int> order) =>
        Order = order.Order().SequenceEqual([0, 1, 2])
            ? order : throw new ArgumentException("an order names each of the axes 0, 1 and 2 once", nameof(order));

    /// <summary>Which axis varies slowest, which next, which fastest; 0 is the channel, 1 the row, 2 the column.</summary>
    public ImmutableArray<int> Order { get; }

    /// <inheritdoc/>
    public override string Kind => "flatten";

    /// <inheritdoc/>
    public override bool OnlyReshapes => true;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <summary>Where the number at an index of the vector was.</summary>
    public Cell SourceOf(int index, Shape input)
    {
        Span<int> sizes = [input.Units, input.Height, input.Width];
        Span<int> at = stackalloc int[3];
        for (var i = 2; i >= 0; i--)
        {
            at[Order[i]] = index % sizes[Order[i]];
            index /= sizes[Order[i]];
        }

        return new(at[0], at[1], at[2]);
    }

    /// <summary>Where a cell is in the vector.</summary>
    public int IndexOf(Cell cell, Shape input)
    {
        Span<int> sizes = [input.Units, input.Height, input.Width];
        Span<int> at = [cell.Unit, cell.Row, cell.Column];
        var index = 0;
        foreach (var axis in Order) index = (index * sizes[axis]) + at[axis];
        return index;
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Copy(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => new(inputs[0].Count);

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var output = new double[inputs[0].Shape.Count];
        for (var i = 0; i < output.Length; i++) output[i] = inputs[0][SourceOf(i, inputs[0].Shape)];
        return output;
    }

    /// <summary>A copy isn't rounded.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new CopyReading(cell => SourceOf(cell.Unit, inputShape));

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var from = SourceOf(cell.Unit, inputs[0].Shape);
        var decimals = Decimals.ForMagnitude(output.Magnitude);
        var result = new Number(output[cell], decimals);
        return new(Kind, cell, [new Part(0, from.Unit, [new Term(new(inputs[0][from], decimals), null, from)], result)], null, result);
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(Describe(0));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { order = Order };
}
