using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Puts the axes in another order. https://onnx.ai/onnx/operators/onnx__Transpose.html</summary>
[OnnxOperator("Transpose")]
public sealed class Transpose : Copy
{
    private static readonly string[] Axes = ["units", "rows", "columns"];
    private readonly int[] _order;
    private readonly int[] _steps;

    /// <summary>Reads <c>perm</c>; the batch stays first.</summary>
    /// <exception cref="NotSupportedException">The batch moves.</exception>
    public Transpose(NodeDescription node)
        : this(node.OnlyInput, node.Ints("perm") is { } perm && perm[0] == 0
            ? [.. perm.Skip(1).Select(axis => axis - 1)] : throw new NotSupportedException())
    {
    }

    /// <summary>A transpose of a shape: axis i of the output is axis <c>order[i]</c> of the input, the batch not counted.</summary>
    public Transpose(Shape input, int[] order)
        : base([input], new([.. order.Select(axis => input.Sizes[axis])]))
    {
        _order = order;
        _steps = [.. order.Select(axis => input.Sizes.Skip(axis + 1).Aggregate(1, (product, size) => product * size))];
    }

    /// <inheritdoc/>
    public override string Kind => "transpose";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
        [new("order_of_axes", Phrase.List(_order.Select(axis => _order.Length == 3 ? Phrase.Named("axis", Axes[axis]) : Phrase.Of(axis))))];

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell)
    {
        var (index, from) = (Output.IndexOf(cell), 0);
        for (var axis = _order.Length - 1; axis >= 0; axis--)
        {
            from += index % Output.Sizes[axis] * _steps[axis];
            index /= Output.Sizes[axis];
        }

        return new(0, OperandShapes[0].CellAt(from));
    }
}
