namespace Convscope.Core.Operators;

/// <summary>
/// Gaussian error linear unit: <c>x Φ(x)</c> with the normal distribution's <c>Φ(x) = (1 + erf(x / √2)) / 2</c>, or an
/// approximation of it by tanh. https://onnx.ai/onnx/operators/onnx__Gelu.html
/// </summary>
[OnnxOperator("Gelu")]
public sealed class Gelu : Activation
{
    private readonly bool _isApproximate;

    /// <summary>Reads whether it is the approximation.</summary>
    public Gelu(NodeDescription node) => _isApproximate = node.Text("approximate", "none") == "tanh";

    /// <inheritdoc/>
    public override string Kind => "gelu";

    /// <inheritdoc/>
    public override string Title => "GELU";

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { approximate = _isApproximate };

    /// <inheritdoc/>
    public override double Apply(double x) => _isApproximate
        ? 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))
        : 0.5 * x * (1 + Erf(x / Math.Sqrt(2)));

    /// <summary>
    /// The error function by <c>2/√π · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!</c>, whose terms all have the same sign and so don't cancel.
    /// </summary>
    private static double Erf(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) > 6) return double.IsNaN(x) ? x : Math.Sign(x);
        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
