using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>One way to make sense of a node.</summary>
internal interface IImportStep
{
    /// <summary>Settles the node's outputs, or leaves it to the next step.</summary>
    /// <returns>True when the node is dealt with.</returns>
    bool TryImport(NodeProto node, Import import);
}
