using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Nodes whose output isn't float32: a mask or an index is followed but not shown; quantised or half-precision networks are refused.</summary>
internal sealed class OtherTypes : IImportStep
{
    private static readonly HashSet<string> Quantised = new(StringComparer.Ordinal)
    {
        "ConvInteger", "MatMulInteger", "QLinearConv", "QLinearMatMul", "QuantizeLinear", "DynamicQuantizeLinear",
    };

    /// <inheritdoc/>
    /// <exception cref="DiagnosticException">CS1102 for a network that doesn't compute in float32.</exception>
    public bool TryImport(NodeProto node, Import import)
    {
        var output = node.Output[0];
        var name = Plain.Quoted(node.Name.Length > 0 ? node.Name : output);
        if (Quantised.Contains(node.OpType))
            throw Plain.Unsupported($"{name} is quantised ({node.OpType}), but only float32 models are shown; export the model before quantisation", import.File);

        if (import.Probe.Has(output))
        {
            var type = import.Probe.TypeOf(output);
            if (type == TensorElementType.Float) return false;
            if (type is TensorElementType.Float16 or TensorElementType.BFloat16 or TensorElementType.Double)
            {
                var given = type.ToString().ToLowerInvariant();
                throw Plain.Unsupported($"{name} computes in {given}, but only float32 models are shown; export the model in float32", import.File);
            }
        }

        var opaque = new Opaque([.. import.FlowsOf(Nodes.Reads(node)).Distinct()]);
        foreach (var other in node.Output) import[other] = opaque;
        return true;
    }
}
