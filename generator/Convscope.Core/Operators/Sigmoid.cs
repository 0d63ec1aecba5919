using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Logistic function: <c>1 / (1 + exp(-x))</c>. https://onnx.ai/onnx/operators/onnx__Sigmoid.html</summary>
[OnnxOperator("Sigmoid", Axes = AxisRule.Cellwise)]
public sealed class Sigmoid : Activation
{
    private readonly bool _isVector;

    /// <summary>The sigmoid of a vector.</summary>
    public Sigmoid() => _isVector = true;

    /// <summary>Reads a node.</summary>
    public Sigmoid(NodeDescription node) => _isVector = node.OutputShape.IsVector;

    /// <inheritdoc/>
    public override string Kind => "sigmoid";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Probabilities;

    /// <inheritdoc/>
    public override bool GivesProbabilities => _isVector;

    /// <inheritdoc/>
    public override Phrase Formula => "1 / (1 + exp(−({x})))";

    /// <inheritdoc/>
    public override double Apply(double x) => 1 / (1 + Math.Exp(-x));
}
