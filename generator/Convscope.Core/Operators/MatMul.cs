using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// A table times a constant one, <c>(T, C) × (C, D)</c>: each of T rows, such as the patches of a picture, is weighed alike.
/// https://onnx.ai/onnx/operators/onnx__MatMul.html
/// </summary>
[OnnxOperator("MatMul")]
public sealed class MatMul : Operator, IMayStandStill
{
    /// <summary>How many of the largest products an explanation writes out.</summary>
    public const int Largest = 12;

    /// <summary>A page of a row holds no more weights than these.</summary>
    private const int MostOfPage = 2048;

    private readonly float[] _weights;
    private readonly int _inputs;
    private readonly int _outputs;

    /// <summary>Reads the weights.</summary>
    /// <exception cref="NotSupportedException">They are computed, or the left side isn't a table.</exception>
    public MatMul(NodeDescription node)
    {
        if (node.OnlyInput.Sizes.Length != 2 || !node.Constants.TryGetValue(1, out var weights)) throw new NotSupportedException();
        (_inputs, _outputs) = weights.Sizes switch
        {
            [var rows, var columns] => (rows, columns),
            [1, var rows, var columns] => (rows, columns),
            _ => throw new NotSupportedException(),
        };
        _weights = weights.Values;
    }

    /// <inheritdoc/>
    public override string Kind => "mat-mul";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override long Parameters => _weights.Length;

    /// <inheritdoc/>
    public override long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) => (long)output.Count * _inputs;

    /// <inheritdoc/>
    public bool StandsStill => _weights.Length > MostOfPage;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("from", _inputs), new("to", _outputs)];

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Width == _inputs ? new(inputs[0].Units, _outputs)
        : throw new ArgumentException($"the weights are for rows of {_inputs} numbers, but there are {inputs[0].Width}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Each(inputs[0], cell => At(inputs[0], cell).Exact);

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) =>
        Each(inputs[0], cell => At(inputs[0], cell).Bound);

    /// <inheritdoc/>
    public override Func<Cell, Recomputed> Recompute(IReadOnlyList<Tensor> inputs) => cell => At(inputs[0], cell);

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) =>
        AxisReading.Same with { Columns = _ => AxisTaps.All(inputShape.Width) };

    /// <summary>One part a product, the largest in their order, and one for all others.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        SumTerm Term(Cell from) => new(inputs[0][from], Weight(from.Column, cell.Column), from);
        var parts = SumPart.Largest(_inputs, i => Term(cell with { Column = i }), Largest);
        return SumExplanation.Of(Kind, cell, parts, null, output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(null, ("weights", _weights));

    /// <summary>All weights, row by row; null where a page can't hold them.</summary>
    public override object? Describe(int unit) => StandsStill ? null : new { weights = _weights, columns = _outputs };

    private float Weight(int input, int output) => _weights[(input * _outputs) + output];

    private double[] Each(Tensor input, Func<Cell, double> at)
    {
        var values = new double[input.Shape.Units * _outputs];
        for (var i = 0; i < values.Length; i++) values[i] = at(new(i / _outputs, 0, i % _outputs));
        return values;
    }

    private Recomputed At(Tensor input, Cell cell)
    {
        var row = input.Map(cell.Unit);
        double sum = 0, magnitude = 0;
        for (var i = 0; i < row.Length; i++)
        {
            var product = (double)row[i] * Weight(i, cell.Column);
            sum += product;
            magnitude += Math.Abs(product);
        }

        return new(sum, Rounding.OfSum(sum, magnitude, row.Length));
    }
}
