using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Whole numbers of a few bits that a quantised network computes with, told from shapes, masks and indices.</summary>
internal static class WholeNumbers
{
    /// <summary>Whether what a node gives are numbers that can be a layer: fractions, or whole numbers of a quantised network.</summary>
    public static bool AreShown(NodeProto node, string output, Import import)
    {
        var type = import.Probe.TypeOf(output);
        if (type == TensorElementType.Float) return true;
        if (RangeOf(type) is null) return false;
        return IsQuantised(node)
            || (!node.Is("Cast") && node.Input.Count > 0 && import[node.Input[0]] is Flow && import.Probe.Has(node.Input[0])
                && import.Probe.TypeOf(node.Input[0]) == type);
    }

    /// <summary>The least and the largest number of a type; null for one that quantised networks don't compute with.</summary>
    public static long[]? RangeOf(TensorElementType type) => type switch
    {
        TensorElementType.UInt8 => [byte.MinValue, byte.MaxValue],
        TensorElementType.Int8 => [sbyte.MinValue, sbyte.MaxValue],
        TensorElementType.UInt16 => [ushort.MinValue, ushort.MaxValue],
        TensorElementType.Int16 => [short.MinValue, short.MaxValue],
        TensorElementType.Int32 => [int.MinValue, int.MaxValue],
        _ => null,
    };

    /// <summary>Whether a node stores fractions as whole numbers.</summary>
    public static bool IsQuantize(NodeProto node) => node.OpType == "QuantizeLinear";

    /// <summary>Whether a node says what whole numbers stand for.</summary>
    public static bool IsDequantize(NodeProto node) => node.OpType == "DequantizeLinear";

    private static bool IsQuantised(NodeProto node) => IsQuantize(node)
        || node.OpType is "DynamicQuantizeLinear" or "ConvInteger" or "MatMulInteger" or "QGemm"
        || node.OpType.StartsWith("QLinear", StringComparison.Ordinal);
}
