using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The smallest cell of every map, or of its rows or columns. https://onnx.ai/onnx/operators/onnx__ReduceMin.html</summary>
[OnnxOperator("ReduceMin", Axes = AxisRule.NamedAxes, Form = NodeForm.Reduction)]
public sealed class ReduceMin : Pool
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It reduces units.</exception>
    public ReduceMin(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "reduce-min";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Chosen(e, x => x.Min());

    /// <summary>One part with the window's cells; of a window too large to read, the smallest of each row.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var decimals = Decimals.ForMagnitude(Math.Max(inputs[0].Magnitude, output.Magnitude));
        SumTerm[] all = [.. Terms(inputs[0], cell, null)];
        SumTerm[] terms = all.Length <= MostTerms ? all : [.. all.Chunk(Window.Columns.Kernel).Select(row => row.MinBy(term => term.X))];
        var winner = Array.FindIndex(terms, term => term.X == terms.Min(other => other.X));
        var result = new Number(output[cell], decimals);
        var part = new Part(0, cell.Unit, [.. terms.Select(term => new Term(new(term.X, decimals), null, term.From))], result)
        {
            Rows = Window.Rows.Kernel, Columns = terms.Length / Window.Rows.Kernel, Count = all.Length,
        };
        return new(Kind, cell, [part], null, result) { Winner = winner };
    }

    /// <inheritdoc/>
    protected override double Combine(Tensor input, Cell cell) => Terms(input, cell, null).Min(term => term.X);
}
