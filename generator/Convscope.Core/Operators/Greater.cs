using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>Whether the first operand is larger, cell by cell. https://onnx.ai/onnx/operators/onnx__Greater.html</summary>
[OnnxOperator("Greater", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting, TakesTypes = true)]
public sealed class Greater : Comparison
{
    /// <summary>Reads a node.</summary>
    public Greater(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "greater";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x[0] > x[1] ? 1 : 0);

    /// <inheritdoc/>
    protected override bool Holds(double a, double b) => a > b;
}
