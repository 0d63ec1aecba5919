using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>Whether the first operand is smaller, cell by cell. https://onnx.ai/onnx/operators/onnx__Less.html</summary>
[OnnxOperator("Less", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting, TakesTypes = true)]
public sealed class Less : Comparison
{
    /// <summary>Reads a node.</summary>
    public Less(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "less";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x[0] < x[1] ? 1 : 0);

    /// <inheritdoc/>
    protected override bool Holds(double a, double b) => a < b;
}
