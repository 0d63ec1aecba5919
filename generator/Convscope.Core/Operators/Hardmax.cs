using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>1 for the largest of a line, the first of equals, and 0 for all others.
/// https://onnx.ai/onnx/operators/onnx__Hardmax.html</summary>
[OnnxOperator("Hardmax", Axes = AxisRule.NamedAxes, Form = NodeForm.OneAxis)]
public sealed class Hardmax : Ranking
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It is neither over the units nor over the columns.</exception>
    public Hardmax(NodeDescription node)
        : base(node, -1) => Results = Line.CountOf(node.OnlyInput);

    /// <inheritdoc/>
    public override string Kind => "hardmax";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    protected override int Results { get; }

    /// <summary>How its equation adds up.</summary>
    public static new void AddsUp(ShownEquation e)
    {
        var first = Ranked(e)[0];
        foreach (var part in e.Parts) e.Expect("1 for the largest", part == first ? 1 : 0, part.Value!.Value);
        e.Expect("what the class is given", e.Own.Value!.Value, e.Result);
    }

    /// <inheritdoc/>
    protected override double Result(float[] numbers, int[] order, int k) => order[0] == k ? 1 : 0;

    /// <inheritdoc/>
    protected override double Given(float[] numbers, int[] order, int index) => order[0] == index ? 1 : 0;

    /// <summary>Of many, the cell's own number is named wherever it ranks.</summary>
    protected override int RankOf(Cell cell, int[] order) => Array.IndexOf(order, Line.IndexOf(cell));
}
