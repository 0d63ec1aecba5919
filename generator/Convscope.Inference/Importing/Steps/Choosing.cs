using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// An <c>ArgMax</c> over the units of maps gives one map, which most files write without its axis of units, as a segmentation ends.
/// </summary>
internal sealed class Choosing : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("ArgMax") || import[node.Input[0]] is not Flow { Shape.IsVector: false } flow || !import.Probe.Has(node.Output[0]))
            return false;
        var attributes = Nodes.Attributes(node);
        var rank = flow.Shape.Sizes.Length + 1;
        var axis = attributes.TryGetValue("axis", out var given) ? (long)given : 0;
        if (axis < 0) axis += rank;
        if (axis != (flow.Layout == InputLayout.Nhwc ? 3 : 1) || import.Probe.SizesOf(node.Input[0]).Length != rank) return false;
        var shape = new Shape([1, .. flow.Shape.Sizes.Skip(1)]);
        attributes["axis"] = 1L;
        var description = new NodeDescription(node.OpType, [flow.Shape], new Dictionary<int, Constant>(), attributes, shape);
        if (Explained.Make(description) is not { } op || op is IUnexplained) return false;
        import[node.Output[0]] = import.AddReading(Nodes.NameOf(node), node.Output[0], op, flow, shape);
        return true;
    }
}
