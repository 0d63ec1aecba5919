using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>A function of one number, applied to every cell on its own.</summary>
public abstract class Activation : Operator
{
    /// <summary>The function.</summary>
    public abstract double Apply(double x);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Array.ConvertAll(inputs[0].Values, x => Apply(x));

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape) => output;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var decimals = Decimals.ForMagnitude(Math.Max(inputs[0].Magnitude, output.Magnitude));
        var more = OperandDecimals(inputs[0].Map(cell.Unit), output.Map(cell.Unit), decimals);
        double x = inputs[0][cell], y = output[cell];
        var term = new Term(new(x, more), null, cell);
        return new(Kind, cell, [new Part(0, cell.Unit, [term], new(y, decimals))], null, new(y, decimals));
    }

    /// <summary>
    /// A steep function needs more digits of its operand than it has digits of its result: the fewest that do for every cell
    /// of the map, so that digits don't come and go while the cell moves.
    /// </summary>
    private int OperandDecimals(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, int decimals)
    {
        var more = decimals;
        for (var i = 0; i < xs.Length && i < ys.Length; i++)
        {
            while (more < Decimals.Most && !Decimals.IsWithinOne(Apply(Number.Round(xs[i], more)), Number.Round(ys[i], decimals), decimals)) more++;
        }

        return more;
    }
}
