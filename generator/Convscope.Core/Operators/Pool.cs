using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>One number for each position of a window that slides over a map; units stay apart.</summary>
/// <param name="window">How the window slides.</param>
/// <param name="ceiling">Whether a window that fits only in part at the end counts.</param>
public abstract class Pool(Window window, bool ceiling) : Operator
{
    /// <summary>A window of more cells is too large to read cell by cell: it is explained row by row.</summary>
    protected const int MostTerms = 64;

    /// <summary>How the window slides.</summary>
    public Window Window => window;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Settings => window.Settings;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Sizes.Length != 3 ? throw new ArgumentException($"pooling reads maps, units × rows × columns, not {inputs[0]}")
        : new(inputs[0].Units, window.Rows.Output(inputs[0].Height, ceiling), window.Columns.Output(inputs[0].Width, ceiling));

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var shape = OutputShape([inputs[0].Shape]);
        var output = new double[shape.Count];
        var i = 0;
        for (var unit = 0; unit < shape.Units; unit++)
        {
            for (var row = 0; row < shape.Height; row++)
            {
                for (var column = 0; column < shape.Width; column++) output[i++] = Combine(inputs[0], new(unit, row, column));
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape) => window.Region(output);

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { window = window.Describe() };

    /// <summary>The window of a node; of a global pool, as large as the map.</summary>
    /// <exception cref="NotSupportedException">It isn't two-dimensional.</exception>
    protected static Window WindowOf(NodeDescription node)
    {
        if (!node.OpType.StartsWith("Global", StringComparison.Ordinal)) return Window.From(node, null);
        if (node.InputShapes[0].Sizes.Length != 3) throw new NotSupportedException();
        return Window.Over(node.InputShapes[0]);
    }

    /// <summary>The pooled value of one window.</summary>
    protected abstract double Combine(Tensor input, Cell cell);

    /// <summary>Every cell of a window, padding included, row by row.</summary>
    protected IEnumerable<SumTerm> Terms(Tensor input, Cell cell, double? weight)
    {
        for (var k = 0; k < window.Rows.Kernel * window.Columns.Kernel; k++)
        {
            var row = window.Rows.Start(cell.Row) + (k / window.Columns.Kernel * window.Rows.Dilation);
            var column = window.Columns.Start(cell.Column) + (k % window.Columns.Kernel * window.Columns.Dilation);
            var inside = row >= 0 && row < input.Shape.Height && column >= 0 && column < input.Shape.Width;
            yield return new(inside ? input[cell.Unit, row, column] : 0, weight, new(cell.Unit, row, column), !inside);
        }
    }
}
