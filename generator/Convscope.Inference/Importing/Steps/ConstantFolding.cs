using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Tensors that are the same for every picture: <c>Constant</c> nodes, what is computed from weights alone, and shape
/// arithmetic such as PyTorch's <c>view</c>. Their values were recorded by the probe.
/// </summary>
internal sealed class ConstantFolding : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        var readsShapeOnly = node.Is("Shape") || node.Is("Size");
        if (RandomNodes.Draws(node)) return false;
        if (!readsShapeOnly && !Nodes.Reads(node).All(import.IsFixed)) return false;
        foreach (var output in node.Output.Where(import.Probe.Has))
        {
            if (import.Probe.ValuesOf(output) is { } constant) import[output] = new Known(constant);
        }

        if (!node.Is("Constant"))
            import.Changes.Add("fold-constants", Nodes.NameOf(node), $"{node.OpType} computed once: it is the same for every picture");
        return true;
    }
}
