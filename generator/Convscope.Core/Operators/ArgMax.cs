using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Where the largest number of a line stands: the number of its unit, or of its column. Of equals it is the first.
/// https://onnx.ai/onnx/operators/onnx__ArgMax.html
/// </summary>
[OnnxOperator("ArgMax", Axes = AxisRule.NamedAxes, TakesTypes = true)]
public sealed class ArgMax : Ranking
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It looks along another axis, or takes the last of equals.</exception>
    public ArgMax(NodeDescription node)
        : base(node, 0)
    {
        if (node.Int("select_last_index", 0) != 0) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "arg-max";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override bool OnlyChooses => true;

    /// <inheritdoc/>
    protected override int Results => 1;

    /// <inheritdoc/>
    protected override double Result(float[] numbers, int[] order, int k) => order[0];

    /// <inheritdoc/>
    protected override int RankOf(Cell cell, int[] order) => 0;
}
