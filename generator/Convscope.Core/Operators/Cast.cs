using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// A change of type that changes numbers: what stands behind the point is cut off, or all but 0 becomes 1.
/// https://onnx.ai/onnx/operators/onnx__Cast.html
/// </summary>
[OnnxOperator("Cast", Axes = AxisRule.Cellwise, TakesTypes = true)]
public sealed class Cast : Activation
{
    private readonly bool _toTruth;

    /// <summary>Reads to which type.</summary>
    /// <exception cref="NotSupportedException">Numbers that don't fit would turn into others.</exception>
    public Cast(NodeDescription node)
    {
        if (node.OutputType is not ("Int64" or "Int32" or "Bool")) throw new NotSupportedException();
        _toTruth = node.OutputType == "Bool";
    }

    /// <inheritdoc/>
    public override string Kind => "cast";

    /// <inheritdoc/>
    public override bool IsSigned => !_toTruth;

    /// <inheritdoc/>
    public override Phrase Formula => _toTruth ? "|sign({x})|" : "trunc({x})";

    /// <inheritdoc/>
    public override Phrase Meaning => _toTruth ? new("meaning_cast_truth") : base.Meaning;

    /// <inheritdoc/>
    public override double Apply(double x) => _toTruth ? Math.Abs(Math.Sign(x)) : Math.Truncate(x);
}
