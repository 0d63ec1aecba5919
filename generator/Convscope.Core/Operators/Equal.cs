using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>Whether two operands are equal, cell by cell. https://onnx.ai/onnx/operators/onnx__Equal.html</summary>
[OnnxOperator("Equal", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting, TakesTypes = true)]
public sealed class Equal : Comparison
{
    /// <summary>Reads a node.</summary>
    public Equal(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "equal";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x[0] == x[1] ? 1 : 0);

    /// <inheritdoc/>
    protected override bool Holds(double a, double b) => a == b;
}
