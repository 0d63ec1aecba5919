using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// The mean of each window; padding counts only where the model says so.
/// https://onnx.ai/onnx/operators/onnx__AveragePool.html, https://onnx.ai/onnx/operators/onnx__GlobalAveragePool.html,
/// https://onnx.ai/onnx/operators/onnx__ReduceMean.html
/// </summary>
[OnnxOperator("AveragePool", "GlobalAveragePool", Axes = AxisRule.ChannelsFirst)]
[OnnxOperator("ReduceMean", Axes = AxisRule.NamedAxes, Form = NodeForm.Reduction)]
public sealed class AveragePool : Pool
{
    private readonly bool _countPadding;
    private readonly string _type = "";

    /// <summary>Reads a node; a global pool is one window as large as the map.</summary>
    public AveragePool(NodeDescription node)
        : base(node)
    {
        _type = node.OpType;
        _countPadding = node.Int("count_include_pad", 0) == 1;
    }

    /// <summary>An average-pool of a given window.</summary>
    public AveragePool(Window window, bool countPadding = false)
        : base(window, ceiling: false) => _countPadding = countPadding;

    /// <inheritdoc/>
    public override string Kind => "average-pool";

    /// <inheritdoc/>
    public override Phrase Title => _type switch
    {
        "GlobalAveragePool" => new("operator_global_average_pool"),
        "ReduceMean" => new("operator_mean"),
        _ => base.Title,
    };

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    protected override (string Question, bool IsMean)? AsksFor => ("pr_ask_average", true);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var terms = Terms(inputs[0], cell, null).ToArray();
        var counted = terms.Count(term => Counts(term, inputs[0].Shape));

        var parts = Readable(cell, terms);
        var sum = parts.Sum(part => part.Sum);
        var decimals = Decimals.Settle(Decimals.ForMagnitude(output.Magnitude), sum / counted, output[cell]);
        var d = Decimals.ForSum(parts, 0, sum, Decimals.Start(decimals));
        for (var more = d.Y + 1; more <= Decimals.Most
            && !Decimals.IsWithinOne(Number.Round(sum, d.Y) / counted, Number.Round(output[cell], decimals), decimals); more++)
            d = Decimals.ForSum(parts, 0, sum, d with { Y = more, P = Math.Max(d.P, more) });
        var shown = SumExplanation.With(Kind, cell, parts, null, sum, d);
        return shown with
        {
            Result = new(output[cell], decimals),
            Extras = shown.Extras.Add("sum", new(sum, d.Y)).Add("count", new(counted, 0)),
        };
    }

    /// <inheritdoc/>
    public override object? Describe(int unit) => new
    {
        window = Window.Describe(), countPadding = _countPadding, padEnd = new[] { Window.Rows.PadEnd, Window.Columns.PadEnd },
    };

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        e.ExpectParts();
        e.Expect("the window", e.SumOfParts, e["sum"]);
        e.Expect("the mean", e["sum"].Value / e["count"].Value, e.Result);
        if (e.Parts is [{ Terms.Count: > 0 } window]) e.Expect("the mean of the cells", window.Sum.Value / e["count"].Value, e.Result);
    }

    /// <inheritdoc/>
    protected override double Combine(Tensor input, Cell cell)
    {
        double sum = 0;
        var count = 0;
        foreach (var term in Terms(input, cell, null))
        {
            sum += term.X;
            if (Counts(term, input.Shape)) count++;
        }

        return sum / count;
    }

    /// <inheritdoc/>
    protected override double Bound(Tensor input, Cell cell, double exact)
    {
        // Without numbers below zero the sum is its own magnitude.
        if (input.Finite.Minimum >= 0) return Rounding.OfSum(exact, exact, Size);
        return Rounding.OfSum(exact, MagnitudeOf(input, cell) / Math.Max(1, Terms(input, cell, null)
            .Count(term => Counts(term, input.Shape))), Size);
    }

    /// <summary>Whether a cell of the window divides the sum; what lies beyond the padding, because sizes are rounded up, never
    /// does.</summary>
    private bool Counts(SumTerm term, Shape map) => !term.IsPadding
        || (_countPadding && term.From.Row < map.Height + Window.Rows.PadEnd && term.From.Column < map.Width + Window.Columns.PadEnd);
}
