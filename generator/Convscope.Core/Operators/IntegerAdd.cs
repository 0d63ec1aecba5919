using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>
/// The sum of two operands of whole numbers: ONNX Runtime's QLinearAdd, and a sum between dequantised numbers. The zero point is added
/// before rounding.
/// </summary>
[OnnxOperator("QLinearAdd", WeightsAt = [0, 3], Domains = "com.microsoft", TakesTypes = true)]
public sealed class IntegerAdd : IntegerElementwise
{
    /// <summary>Reads a node.</summary>
    public IntegerAdd(NodeDescription node)
        : base(node) => Factors = [First.Steps[0] / (To?.Steps[0] ?? 1), Second.Steps[0] / (To?.Steps[0] ?? 1)];

    /// <inheritdoc/>
    public override string Kind => "integer-add";

    /// <inheritdoc/>
    public override Joining Joins => Joining.Sum;

    /// <inheritdoc/>
    protected override float[] Factors { get; }

    /// <inheritdoc/>
    protected override float Whole(float a, float b, Quantiser to)
    {
        var (ra, rb, za, zb) = (Factors[0], Factors[1], (float)First.Zeros[0], (float)Second.Zeros[0]);
        var rest = to.Zeros[0] - ((ra * za) + (rb * zb));
        return (a * ra) + ((b * rb) + rest);
    }

    /// <inheritdoc/>
    protected override float Real(float a, float b) => a + b;

    /// <inheritdoc/>
    protected override Explanation? Fit(Explanation e, double a, double b, Number shown)
    {
        for (var more = 0; more < 12; more++)
        {
            var (first, second) = (More(Factors[0], more), More(Factors[1], more));
            if (Decimals.IsWithinOne((a * first.Value) + (b * second.Value) + ZeroIn, shown.Value, shown.Decimals))
                return e with { Extras = e.Extras.Add("factor", first).Add("other_factor", second) };
        }

        return null;
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var (a, b) = Centred(e);
        Ends(e, "the sum", (a * e["factor"]) + (b * e["other_factor"]));
    }

    private static Number More(double factor, int more) => new(factor, Math.Max(2, -Number.PowerOf(factor) + 2) + more);
}
