using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Nodes whose output isn't float32: quantised or half-precision networks are refused. Whole numbers, and true or false, are left to other
/// steps where they come from a layer; what else there is is followed but not shown.
/// </summary>
internal sealed class OtherTypes : IImportStep
{
    private static readonly HashSet<string> Quantised = new(StringComparer.Ordinal)
    {
        "ConvInteger", "MatMulInteger", "QLinearConv", "QLinearMatMul", "QuantizeLinear", "DynamicQuantizeLinear",
    };

    /// <summary>Whether a layer may give this type, besides float32: single precision holds its numbers.</summary>
    public static bool IsWhole(TensorElementType type) =>
        type is TensorElementType.Int64 or TensorElementType.Int32 or TensorElementType.Bool;

    /// <inheritdoc/>
    /// <exception cref="DiagnosticException">CS1102 for a network that doesn't compute in float32.</exception>
    public bool TryImport(NodeProto node, Import import)
    {
        var output = Nodes.MainOutput(node);
        var name = ModelText.Quoted(node.Name.Length > 0 ? node.Name : output);
        if (Quantised.Contains(node.OpType)) throw Refused($"is quantised ({node.OpType})");

        if (import.Probe.Has(output))
        {
            var type = import.Probe.TypeOf(output);
            if (type == TensorElementType.Float || (IsWhole(type) && Nodes.Reads(node).Any(read => import[read] is Flow))) return false;
            if (type is TensorElementType.Float16 or TensorElementType.BFloat16 or TensorElementType.Double)
                throw Refused($"computes in {type.ToString().ToLowerInvariant()}");
        }

        var opaque = new Opaque([.. import.FlowsOf(Nodes.Reads(node)).Distinct()]);
        foreach (var other in node.Output) import[other] = opaque;
        return true;

        DiagnosticException Refused(string what) =>
            ModelText.Unsupported($"{name} {what}, but only float32 models are shown; export the model without quantisation", import.File);
    }
}
