using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Leaky ReLU whose slope below zero was learned, one a unit or one for all: <c>x</c>, or <c>slope x</c> below zero (He et al. 2015).
/// https://onnx.ai/onnx/operators/onnx__PRelu.html
/// </summary>
[Kinds("prelu")]
[OnnxOperator("PRelu", Axes = AxisRule.Operands)]
public sealed class PRelu : UnitFunction
{
    private readonly float[] _slopes;

    /// <summary>Reads the slopes.</summary>
    /// <exception cref="NotSupportedException">They are computed, or differ within a map.</exception>
    public PRelu(NodeDescription node)
    {
        if (!node.Constants.TryGetValue(1, out var slopes)) throw new NotSupportedException();
        var fitted = Elementwise.Fit(slopes, node.OutputShape);
        if (fitted.Shape.MapSize != 1) throw new NotSupportedException();
        _slopes = fitted.Values;
    }

    /// <inheritdoc/>
    public override string Kind => "prelu";

    /// <inheritdoc/>
    public override long Parameters => _slopes.Length;

    /// <inheritdoc/>
    public override Phrase Formula => "max(0, {x}) + {slope} × min(0, {x})";

    /// <inheritdoc/>
    public override Phrase Meaning => _slopes.Length == 1 ? new("meaning_prelu_shared") : base.Meaning;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, double>> Constants(int unit) => [new("slope", Slope(unit))];

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(new { formula = Formula.ToString() }, ("slope", _slopes));

    /// <inheritdoc/>
    public override double Apply(double x, int unit) => x >= 0 ? x : Slope(unit) * x;

    private double Slope(int unit) => _slopes[_slopes.Length == 1 ? 0 : unit];
}
