using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>Whether the first operand is smaller or equal, cell by cell. https://onnx.ai/onnx/operators/onnx__LessOrEqual.html</summary>
[OnnxOperator("LessOrEqual", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting, TakesTypes = true)]
public sealed class LessOrEqual : Comparison
{
    /// <summary>Reads a node.</summary>
    public LessOrEqual(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "less-or-equal";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x[0] <= x[1] ? 1 : 0);

    /// <inheritdoc/>
    protected override bool Holds(double a, double b) => a <= b;
}
