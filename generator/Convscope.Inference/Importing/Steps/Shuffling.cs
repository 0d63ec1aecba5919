using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Channels cut into groups, transposed and put together again are a channel shuffle (Zhang et al., ShuffleNet, CVPR 2018):
/// <c>Reshape</c> to five axes, <c>Transpose</c> of the two that were channels, <c>Reshape</c> back.
/// </summary>
internal sealed class Shuffling : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Reshape") || import.MakerOf(node.Input[0]) is not { } swap || !swap.Is("Transpose")) return false;
        if (import.MakerOf(swap.Input[0]) is not { } cut || !cut.Is("Reshape")
            || import[cut.Input[0]] is not Flow { Shape.Sizes.Length: 3 } flow) return false;
        var isLast = flow.Layout == InputLayout.Nhwc;
        var axes = import.Probe.SizesOf(cut.Output[0]);
        var output = import.Probe.SizesOf(node.Output[0]);
        if (axes.Length != 5 || output.Length != 4 || !import.ShapeOf(node.Output[0], flow.Layout).Equals(flow.Shape)) return false;
        var perm = Nodes.Attributes(swap).TryGetValue("perm", out var given) ? (long[])given : [];
        if (!perm.SequenceEqual(isLast ? [0, 1, 2, 4, 3] : [0L, 2, 1, 3, 4])) return false;
        var groups = isLast ? axes[3] : axes[1];
        if (groups * (isLast ? axes[4] : axes[2]) != flow.Shape.Units) return false;

        var attributes = new Dictionary<string, object>(StringComparer.Ordinal) { ["groups"] = groups };
        var description = new NodeDescription("ChannelShuffle", [flow.Shape], new Dictionary<int, Constant>(), attributes, flow.Shape);
        if (!import.TryAdd(Nodes.CommonName(cut.Name, node.Name), node.Output[0], description, [flow], flow.Layout)) return false;
        import.Changes.Add("channel-shuffle",
            Nodes.NameOf(node), $"Reshape, Transpose and Reshape are one shuffle of {groups} groups of channels");
        return true;
    }
}
