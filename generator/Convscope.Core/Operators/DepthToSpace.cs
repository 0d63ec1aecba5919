using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Makes larger maps of more of them: every block of cells holds one cell each of several units (sub-pixel convolution, Shi et al.,
/// CVPR 2016). https://onnx.ai/onnx/operators/onnx__DepthToSpace.html
/// </summary>
[OnnxOperator("DepthToSpace")]
public sealed class DepthToSpace : Copy
{
    private readonly int _block;
    private readonly bool _isColumnRowDepth;

    /// <summary>Reads <c>blocksize</c> and <c>mode</c>: depth-column-row (DCR), or column-row-depth (CRD).</summary>
    /// <exception cref="NotSupportedException">The input isn't maps, or the blocks don't divide its units.</exception>
    public DepthToSpace(NodeDescription node)
        : this(node.OnlyInput, (int)node.Int("blocksize", 1), node.Text("mode", "DCR") == "CRD")
    {
    }

    /// <summary>Blocks of so many rows and columns.</summary>
    /// <exception cref="NotSupportedException">The input isn't maps, or the blocks don't divide its units.</exception>
    public DepthToSpace(Shape input, int block, bool isColumnRowDepth)
        : base([input], input.Sizes.Length == 3 && block > 0 && input.Units % (block * block) == 0
            ? new(input.Units / (block * block), input.Height * block, input.Width * block) : throw new NotSupportedException())
        => (_block, _isColumnRowDepth) = (block, isColumnRowDepth);

    /// <inheritdoc/>
    public override string Kind => "depth-to-space";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
        [new("block", Phrase.Sides(_block, _block)), new("mode", _isColumnRowDepth ? "CRD" : "DCR")];

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell)
    {
        var within = (cell.Row % _block * _block) + (cell.Column % _block);
        var unit = _isColumnRowDepth ? (cell.Unit * _block * _block) + within : (within * Output.Units) + cell.Unit;
        return new(0, new(unit, cell.Row / _block, cell.Column / _block));
    }
}
