using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// The largest cell of each window; padding never wins. https://onnx.ai/onnx/operators/onnx__MaxPool.html,
/// https://onnx.ai/onnx/operators/onnx__GlobalMaxPool.html, https://onnx.ai/onnx/operators/onnx__ReduceMax.html
/// </summary>
[OnnxOperator("MaxPool", "GlobalMaxPool", Axes = AxisRule.ChannelsFirst)]
[OnnxOperator("ReduceMax", Axes = AxisRule.NamedAxes, Form = NodeForm.Reduction)]
public sealed class MaxPool : Pool
{
    private readonly string _type = "";

    /// <summary>Reads a node; a global pool is one window as large as the map.</summary>
    public MaxPool(NodeDescription node)
        : base(node) => _type = node.OpType;

    /// <summary>A max-pool of a given window.</summary>
    public MaxPool(Window window)
        : base(window, ceiling: false)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "max-pool";

    /// <inheritdoc/>
    public override Phrase Title => _type switch
    {
        "GlobalMaxPool" => new("operator_global_max_pool"),
        "ReduceMax" => new("operator_max"),
        _ => base.Title,
    };

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    protected override (string Question, bool IsMean)? AsksFor => ("pr_ask_max", false);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var decimals = Decimals.ForMagnitude(Math.Max(inputs[0].Magnitude, output.Magnitude));
        SumTerm[] all = [.. Terms(inputs[0], cell, null)];
        var terms = Readable(all);
        var winner = -1;
        for (var i = 0; i < terms.Length; i++)
        {
            if (!terms[i].IsPadding && (winner < 0 || terms[i].X > terms[winner].X)) winner = i;
        }

        var result = new Number(output[cell], decimals);
        var part = new Part(0, cell.Unit, [.. terms.Select(term => new Term(new(term.X, decimals), null, term.From, term.IsPadding))],
            result)
        {
            Rows = Window.Rows.Kernel, Columns = terms.Length / Window.Rows.Kernel, Count = all.Count(term => !term.IsPadding),
        };
        return new(Kind, cell, [part], null, result) { Winner = winner };
    }

    /// <summary>Of a window too large to read, the largest cell of each row.</summary>
    private SumTerm[] Readable(SumTerm[] terms) => terms.Length <= MostTerms ? terms : [.. terms.Chunk(Window.Columns.Kernel)
        .Select(row => row.Where(term => !term.IsPadding).DefaultIfEmpty(row[0]).MaxBy(term => term.X))];

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Chosen(e, x => x.Max());

    /// <inheritdoc/>
    protected override double Combine(Tensor input, Cell cell)
    {
        var best = double.NegativeInfinity;
        int top = Window.Rows.Start(cell.Row), left = Window.Columns.Start(cell.Column);
        var map = input.Map(cell.Unit);
        for (var ky = 0; ky < Window.Rows.Kernel; ky++)
        {
            var row = top + (ky * Window.Rows.Dilation);
            if (row < 0 || row >= input.Shape.Height) continue;
            for (var kx = 0; kx < Window.Columns.Kernel; kx++)
            {
                var column = left + (kx * Window.Columns.Dilation);
                if (column >= 0 && column < input.Shape.Width) best = Math.Max(best, map[(row * input.Shape.Width) + column]);
            }
        }

        return best;
    }
}
