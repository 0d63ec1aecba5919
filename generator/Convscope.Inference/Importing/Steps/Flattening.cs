using Convscope.Core.Network;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Maps laid out as one vector: <c>Flatten</c>, or a <c>Reshape</c> or <c>Squeeze</c> that amounts to it.</summary>
internal sealed class Flattening : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Flatten") && !node.Is("Reshape") && !node.Is("Squeeze")) return false;
        if (import[node.Input[0]] is not Flow { Shape.Sizes.Length: 3 } flow) return false;
        var output = node.Output[0];
        if (import.ShapeOf(output) is not { IsVector: true } shape || shape.Count != flow.Shape.Count) return false;

        // With channels last the file reads rows, then columns, then channels.
        int[] order = flow.Layout == InputLayout.Nchw ? [0, 1, 2] : [1, 2, 0];
        import.Add(node.Name, output, KnownOperators.Flatten(order, shape), [flow]);
        if (!node.Is("Flatten")) import.Changes.Add("flatten", Nodes.NameOf(node), $"{node.OpType} lays all maps out in one row");
        return true;
    }
}
