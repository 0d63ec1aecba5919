using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Nodes whose output isn't float32: networks that compute in half or double precision are refused. Whole numbers, and true or false, are
/// left to other steps where they come from a layer; what else there is is followed but not shown.
/// </summary>
internal sealed class OtherTypes : IImportStep
{
    /// <summary>Whether a layer may give this type, besides float32: single precision holds its numbers.</summary>
    public static bool IsWhole(TensorElementType type) =>
        type is TensorElementType.Int64 or TensorElementType.Int32 or TensorElementType.Bool;

    /// <inheritdoc/>
    /// <exception cref="DiagnosticException">CS1102 for a network that computes in another precision.</exception>
    public bool TryImport(NodeProto node, Import import)
    {
        var output = Nodes.MainOutput(node);
        if (import.Probe.Has(output))
        {
            if (WholeNumbers.AreShown(node, output, import)) return false;
            var type = import.Probe.TypeOf(output);
            if (IsWhole(type) && Nodes.Reads(node).Any(read => import[read] is Flow)) return false;
            if (type is TensorElementType.Float16 or TensorElementType.BFloat16 or TensorElementType.Double)
            {
                var name = ModelText.Quoted(node.Name.Length > 0 ? node.Name : output);
                throw ModelText.Unsupported(
                    $"{name} computes in {type.ToString()
                        .ToLowerInvariant()}, but only float32 models are shown; export the model in float32",
                    import.File);
            }
        }

        var opaque = new Opaque([.. import.FlowsOf(Nodes.Reads(node)).Distinct()]);
        foreach (var other in node.Output) import[other] = opaque;
        return true;
    }
}
