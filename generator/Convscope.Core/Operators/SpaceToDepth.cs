using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Makes more maps of larger ones: each unit keeps one cell of every block.
/// https://onnx.ai/onnx/operators/onnx__SpaceToDepth.html</summary>
[OnnxOperator("SpaceToDepth")]
public sealed class SpaceToDepth : Copy
{
    private readonly int _block;

    /// <summary>Reads <c>blocksize</c>.</summary>
    /// <exception cref="NotSupportedException">The input isn't maps, or the blocks don't divide them.</exception>
    public SpaceToDepth(NodeDescription node)
        : this(node.OnlyInput, (int)node.Int("blocksize", 1))
    {
    }

    /// <summary>Blocks of so many rows and columns.</summary>
    /// <exception cref="NotSupportedException">The input isn't maps, or the blocks don't divide them.</exception>
    public SpaceToDepth(Shape input, int block)
        : base([input], input.Sizes.Length == 3 && block > 0 && input.Height % block == 0 && input.Width % block == 0
            ? new(input.Units * block * block, input.Height / block, input.Width / block) : throw new NotSupportedException())
        => _block = block;

    /// <inheritdoc/>
    public override string Kind => "space-to-depth";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("block", Phrase.Sides(_block, _block))];

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell)
    {
        var (within, unit) = Math.DivRem(cell.Unit, OperandShapes[0].Units);
        return new(0, new(unit, (cell.Row * _block) + (within / _block), (cell.Column * _block) + (within % _block)));
    }
}
