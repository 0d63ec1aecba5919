using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Sigmoid linear unit, also swish: <c>x / (1 + exp(-alpha x))</c>. The importer names the product of a number and its sigmoid
/// <c>Silu</c>. https://onnx.ai/onnx/operators/onnx__Swish.html</summary>
[OnnxOperator("Silu", "Swish", Axes = AxisRule.Cellwise)]
[OnnxOperator("QuickGelu", Axes = AxisRule.Cellwise, Domains = "com.microsoft")]
public sealed class Silu : Activation
{
    private readonly double _alpha;

    /// <summary>Reads the slope inside the sigmoid; as a rule, 1.</summary>
    public Silu(NodeDescription node) => _alpha = node.Float("alpha", node.OpType == "QuickGelu" ? 1.702f : 1);

    /// <inheritdoc/>
    public override string Kind => "silu";

    /// <inheritdoc/>
    public override Phrase Formula => _alpha == 1 ? "{x} / (1 + exp(−({x})))" : "{x} / (1 + exp(−{alpha} × ({x})))";

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers =>
        [.. _alpha == 1 ? Array.Empty<KeyValuePair<string, double>>() : [new("alpha", _alpha)]];

    /// <inheritdoc/>
    public override double Apply(double x) => x / (1 + Math.Exp(-_alpha * x));
}
