using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// A softmax over the channels of maps of one cell, as fully convolutional classifiers end, is one over a vector: the maps are
/// flattened first, and the layer gives a vector.
/// </summary>
internal sealed class VectorSoftmax : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Softmax") && !node.Is("LogSoftmax")) return false;
        if (import[node.Input[0]] is not Flow { Shape: { Sizes.Length: 3, MapSize: 1, Units: > 1 } } flow
            || !IsOverChannels(node, flow, import)) return false;

        var shape = new Shape(flow.Shape.Units);
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal) { ["axis"] = 1L };
        if (Explained.Make(new(node.OpType, [shape], new Dictionary<int, Constant>(), attributes, shape)) is not { } op) return false;
        var flat = import.AddReading("flatten", import.Of(flow).Tensor, KnownOperators.Flatten([0, 1, 2], shape), flow, shape);
        import[node.Output[0]] = import.AddReading(Nodes.NameOf(node), node.Output[0], op, flat, shape);
        import.Changes.Add("vector-softmax", Nodes.NameOf(node), "maps of one cell were flattened before it", node.Output[0]);
        return true;
    }

    private static bool IsOverChannels(NodeProto node, Flow flow, Import import)
    {
        var given = Nodes.Attributes(node).TryGetValue("axis", out var axis) ? (long)axis : import.Opset < 13 ? 1 : -1;
        if (given < 0) given += 4;
        var channels = flow.Layout == InputLayout.Nchw ? 1 : 3;

        // Before 13 softmax ran over all axes from this one on.
        return import.Probe.SizesOf(node.Output[0]) is { Length: 4 }
            && (given == channels || (import.Opset < 13 && given > 0 && given <= channels));
    }
}
