using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>Tensors of types that can't be opened from C#, whole numbers of four bits and fractions of eight: what they stand for is
/// recorded
/// behind the next <c>DequantizeLinear</c>.</summary>
internal static class ClosedTypes
{
    private const int FirstFloat8 = 17, LastFloat8 = 20, Uint4 = 21, Int4 = 22;

    /// <summary>Their names.</summary>
    public static HashSet<string> Of(GraphProto graph)
    {
        var closed = graph.Initializer.Where(tensor => IsClosed(tensor.DataType)).Select(tensor => tensor.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var node in NodeOrder.Sort(graph.Node))
        {
            if (Gives(node) is { } type ? IsClosed(type) : !node.OpType.StartsWith("Dequantize", StringComparison.Ordinal)
                && node.Input.Any(closed.Contains)) closed.UnionWith(node.Output);
        }

        return closed;
    }

    /// <summary>The type that a node's attributes say that it gives, or null.</summary>
    private static int? Gives(NodeProto node)
    {
        if (node.Is("Constant")) return node.Attribute.Select(attribute => attribute.T).OfType<TensorProto>().FirstOrDefault()?.DataType;
        var name = node.OpType == "Cast" ? "to" : node.OpType == "QuantizeLinear" ? "output_dtype" : null;
        var given = name is null ? null : node.Attribute.FirstOrDefault(attribute => attribute.Name == name);
        return given is null || given.I == (long)Type.Undefined ? null : (int)given.I;
    }

    private static bool IsClosed(int type) => type is (>= FirstFloat8 and <= LastFloat8) or Uint4 or Int4;
}
