using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The p-norm of each window: the p-th root of the sum of all absolute values to the power of p. Padding counts as zero.
/// https://onnx.ai/onnx/operators/onnx__LpPool.html, https://onnx.ai/onnx/operators/onnx__GlobalLpPool.html,
/// https://onnx.ai/onnx/operators/onnx__ReduceL1.html, https://onnx.ai/onnx/operators/onnx__ReduceL2.html
/// </summary>
[OnnxOperator("LpPool", "GlobalLpPool", Axes = AxisRule.ChannelsFirst)]
[OnnxOperator("ReduceL1", "ReduceL2", Axes = AxisRule.NamedAxes, Form = NodeForm.Reduction)]
public sealed class LpPool : Pool
{
    private readonly int _power;

    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It reduces units.</exception>
    public LpPool(NodeDescription node)
        : base(node) => _power = node.OpType switch { "ReduceL1" => 1, "ReduceL2" => 2, _ => (int)node.Int("p", 2) };

    /// <inheritdoc/>
    public override string Kind => "lp-pool";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [.. base.Settings, new("power", _power)];

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var power = e["power"].Value;
        foreach (var part in e.Parts.Where(part => part.Terms.Count > 0))
            e.Expect("the powers", part.Terms.Sum(term => Math.Pow(Math.Abs(term.X.Value), power)), part.Value!.Value);
        e.Expect("the sum of the parts", e.SumOfParts, e["sum"]);
        e.Expect("the root", Math.Pow(e["sum"].Value, 1 / power), e.Result);
    }

    /// <summary>One part, the window's cells; of a window too large to read, one a row. The extras are the sum of all powers and
    /// p.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        SumTerm[] terms = [.. Terms(inputs[0], cell, null)];
        var isWhole = terms.Length <= MostTerms;
        SumTerm[][] rows = isWhole ? [terms] : [.. terms.Chunk(Window.Columns.Kernel)];
        var sums = Array.ConvertAll(rows, row => row.Sum(term => Raised(term.X)));
        var sum = sums.Sum();
        var y = Decimals.Settle(Decimals.ForMagnitude(output.Magnitude), Root(sum), output[cell]);
        var s = Fewest(Decimals.ForMagnitude(sum), d => Decimals.IsWithinOne(Root(Number.Round(sum, d)), Number.Round(output[cell], y), y));
        var p = Fewest(s, d => Decimals.IsWithinOne(sums.Sum(part => Number.Round(part, d)), Number.Round(sum, s), s));
        var x = isWhole ? Fewest(2, d =>
            Decimals.IsWithinOne(terms.Sum(term => Raised(Number.Round(term.X, d))), Number.Round(sum, p), p)) : 0;
        var parts = rows.Select((row, i) => new Part(0, cell.Unit,
            isWhole ? [.. row.Select(term => new Term(new(term.X, x), null, term.From, term.IsPadding))] : [], new(sums[i], p))
        {
            Rows = isWhole ? Window.Rows.Kernel : 0, Columns = isWhole ? Window.Columns.Kernel : 0, Count = row.Length,
        });
        return new(Kind, cell, [.. parts], null, new(output[cell], y))
        {
            Extras = ImmutableDictionary<string, Number>.Empty.Add("sum", new(sum, s)).Add("power", new(_power, 0)),
        };
    }

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { window = Window.Describe(), power = _power };

    /// <inheritdoc/>
    protected override double Combine(Tensor input, Cell cell) => Root(Terms(input, cell, null).Sum(term => Raised(term.X)));

    /// <summary>Of a root the share of the error is a p-th of that of the sum; a runtime's powers are rounded too.</summary>
    protected override double Bound(Tensor input, Cell cell, double exact) => Rounding.OfSum(exact, exact * (1 + _power), Size + 4);

    private static int Fewest(int least, Func<int, bool> isEnough)
    {
        var decimals = least;
        while (decimals < Decimals.Most && !isEnough(decimals)) decimals++;
        return decimals;
    }

    private double Raised(double x) => _power switch { 1 => Math.Abs(x), 2 => x * x, _ => Math.Pow(Math.Abs(x), _power) };

    private double Root(double sum) => _power switch { 1 => sum, 2 => Math.Sqrt(sum), _ => Math.Pow(sum, 1.0 / _power) };
}
