using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Depth to space before it was an operator, PyTorch's <c>PixelShuffle</c> (Shi et al., CVPR 2016): <c>Reshape</c> to six axes, two of them
/// for a block's rows and columns, <c>Transpose</c> that puts these behind the maps' own, <c>Reshape</c> to larger maps.
/// </summary>
internal sealed class PixelShuffling : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Reshape") || import.MakerOf(node.Input[0]) is not { } swap || !swap.Is("Transpose")) return false;
        if (import.MakerOf(swap.Input[0]) is not { } cut || !cut.Is("Reshape")
            || import[cut.Input[0]] is not Flow { Shape.Sizes.Length: 3, Layout: InputLayout.Nchw } flow) return false;
        if (import.Probe.SizesOf(cut.Output[0]) is not [1, var one, var two, var three, var rows, var columns]) return false;
        if (rows != flow.Shape.Height || columns != flow.Shape.Width) return false;
        var perm = Nodes.Attributes(swap).TryGetValue("perm", out var given) ? (long[])given : [];
        var (units, block, other, mode) = perm switch
        {
            [0, 1, 4, 2, 5, 3] => (one, two, three, "CRD"),
            [0, 3, 4, 1, 5, 2] => (three, one, two, "DCR"),
            _ => (0, 0, -1, ""),
        };
        var shape = import.ShapeOf(node.Output[0]);
        if (block != other || shape.Sizes is not [var u, var h, var w]) return false;
        if (u != units || h != rows * block || w != columns * block) return false;

        var attributes = new Dictionary<string, object>(StringComparer.Ordinal) { ["blocksize"] = block, ["mode"] = mode };
        var description = new NodeDescription("DepthToSpace", [flow.Shape], new Dictionary<int, Constant>(), attributes, shape);
        if (!import.TryAdd(Nodes.CommonName(cut.Name, node.Name), node.Output[0], description, [flow])) return false;
        import.Changes.Add("pixel-shuffle",
            Nodes.NameOf(node), $"Reshape, Transpose and Reshape spread units over blocks of {block} \u00d7 {block} cells", node.Output[0]);
        return true;
    }
}
