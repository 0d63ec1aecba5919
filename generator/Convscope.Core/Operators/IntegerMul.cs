using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>
/// The product of two operands of whole numbers: ONNX Runtime's QLinearMul, and a product between dequantised numbers. The zero point is
/// added before rounding.
/// </summary>
[OnnxOperator("QLinearMul", WeightsAt = [0, 3], Domains = "com.microsoft", TakesTypes = true)]
public sealed class IntegerMul : IntegerElementwise
{
    /// <summary>Reads a node.</summary>
    public IntegerMul(NodeDescription node)
        : base(node) => Factors = [First.Steps[0] * Second.Steps[0] / (To?.Steps[0] ?? 1)];

    /// <inheritdoc/>
    public override string Kind => "integer-mul";

    /// <inheritdoc/>
    public override Joining Joins => Joining.Product;

    /// <inheritdoc/>
    protected override float[] Factors { get; }

    /// <inheritdoc/>
    protected override float Whole(float a, float b, Quantiser to) =>
        ((a - First.Zeros[0]) * (b - Second.Zeros[0]) * Factors[0]) + to.Zeros[0];

    /// <inheritdoc/>
    protected override float Real(float a, float b) => a * b;

    /// <inheritdoc/>
    protected override Explanation? Fit(Explanation e, double a, double b, Number shown)
    {
        var factor = Storing.Fit(a * b, Factors[0], shown.Value - ZeroIn, shown.Decimals);
        return Decimals.IsWithinOne((a * b * factor.Value) + ZeroIn, shown.Value, shown.Decimals)
            ? e with { Extras = e.Extras.Add("factor", factor) } : null;
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var (a, b) = Centred(e);
        Ends(e, "the product", a * b * e["factor"]);
    }
}
