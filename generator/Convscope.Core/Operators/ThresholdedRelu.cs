using Convscope.Core.Explain;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary><c>x</c> above the threshold alpha, else 0. https://onnx.ai/onnx/operators/onnx__ThresholdedRelu.html</summary>
[OnnxOperator("ThresholdedRelu", Axes = AxisRule.Cellwise)]
public sealed class ThresholdedRelu : Activation
{
    private readonly double _alpha;

    /// <summary>Reads the threshold.</summary>
    public ThresholdedRelu(NodeDescription node) => _alpha = node.Float("alpha", 1);

    /// <inheritdoc/>
    public override string Kind => "thresholded-relu";

    /// <inheritdoc/>
    public override Phrase Formula => new("formula_above");

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [new("alpha", _alpha)];

    /// <summary>How its equation adds up.</summary>
    public static new void AddsUp(ShownEquation e) =>
        EquationRules.Of(e, x => x[0] > e["alpha"].Value ? x[0] : 0);

    /// <inheritdoc/>
    public override double Apply(double x) => x > _alpha ? x : 0;
}
