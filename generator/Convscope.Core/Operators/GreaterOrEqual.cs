using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>Whether the first operand is larger or equal, cell by cell. https://onnx.ai/onnx/operators/onnx__GreaterOrEqual.html</summary>
[OnnxOperator("GreaterOrEqual", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting, TakesTypes = true)]
public sealed class GreaterOrEqual : Comparison
{
    /// <summary>Reads a node.</summary>
    public GreaterOrEqual(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "greater-or-equal";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x[0] >= x[1] ? 1 : 0);

    /// <inheritdoc/>
    protected override bool Holds(double a, double b) => a >= b;
}
