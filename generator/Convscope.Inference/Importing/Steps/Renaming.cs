using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Nodes that give what they read: <c>Identity</c>, <c>Dropout</c> outside training, casts and reshapes that change nothing.
/// </summary>
internal sealed class Renaming : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (node.Input.Count == 0 || import[node.Input[0]] is not Flow flow || !import.Probe.Has(node.Output[0])) return false;
        var (output, probe) = (node.Output[0], import.Probe);
        if (probe.TypeOf(output) != TensorElementType.Float) return false;
        var same = node.Is("Identity") || node.Is("Dropout") || node.Is("Cast")
            || (IsReshape(node) && flow.Layout == Core.Network.InputLayout.Nchw && import.ShapeOf(output).Equals(flow.Shape));
        if (same) import[output] = flow;
        return same;
    }

    private static bool IsReshape(NodeProto node) =>
        node.Is("Reshape") || node.Is("Flatten") || node.Is("Squeeze") || node.Is("Unsqueeze");
}
