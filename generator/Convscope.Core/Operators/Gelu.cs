using Convscope.Core.Explain;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Gaussian error linear unit: <c>x Φ(x)</c> with the normal distribution's <c>Φ(x) = (1 + erf(x / √2)) / 2</c>, or an
/// approximation of it by tanh. https://onnx.ai/onnx/operators/onnx__Gelu.html
/// </summary>
[OnnxOperator("Gelu", Axes = AxisRule.Cellwise, Domains = "ai.onnx com.microsoft")]
[OnnxOperator("FastGelu", Axes = AxisRule.Cellwise, Domains = "com.microsoft")]
public sealed class Gelu : Activation
{
    private readonly bool _isApproximate;

    /// <summary>Reads whether it is the approximation.</summary>
    public Gelu(NodeDescription node) => _isApproximate = node.OpType == "FastGelu" || node.Text("approximate", "none") == "tanh";

    /// <inheritdoc/>
    public override string Kind => "gelu";

    /// <inheritdoc/>
    public override Phrase Formula => _isApproximate
        ? "0.5 × {x} × (1 + tanh(√(2 / π) × ({x} + 0.044715 × ({x})³)))"
        : "0.5 × {x} × (1 + erf({x} / √2))";

    /// <inheritdoc/>
    public override Phrase Meaning => _isApproximate ? new("meaning_gelu_approximate") : base.Meaning;

    /// <inheritdoc/>
    public override double Apply(double x) => _isApproximate
        ? 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))
        : 0.5 * x * (1 + ErrorFunction.Of(x / Math.Sqrt(2)));
}
