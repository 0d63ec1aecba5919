using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// What whole numbers of a few bits stand for: less the zero point, times the step.
/// https://onnx.ai/onnx/operators/onnx__DequantizeLinear.html
/// </summary>
[OnnxOperator("DequantizeLinear", Axes = AxisRule.Cellwise, SettingsFrom = 1, Domains = "ai.onnx com.microsoft", TakesTypes = true)]
public sealed class Dequantize : UnitFunction
{
    private readonly Quantiser _from;

    /// <summary>Reads a node whose step and zero point are constants, one for all units or one a unit.</summary>
    /// <exception cref="NotSupportedException">They differ along another axis, or in blocks.</exception>
    public Dequantize(NodeDescription node)
    {
        _from = Quantiser.Of(node, 1);
        if (!_from.IsAlongUnits(node) || node.InputShapes.Count != 1) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "dequantize";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => _from.Settings("step", "zero_point");

    /// <inheritdoc/>
    public override Phrase Formula => "({x} − {centre}) × {per}";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, double>> Constants(int unit) =>
        [new("centre", _from.Zero(unit)), new("per", _from.Step(unit))];

    /// <inheritdoc/>
    public override double Apply(double x, int unit) => (x - _from.Zero(unit)) * _from.Step(unit);

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(new { from = _from.Describe() });
}
