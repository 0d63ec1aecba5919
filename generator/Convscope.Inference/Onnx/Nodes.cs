using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;

namespace Convscope.Inference.Onnx;

/// <summary>Questions about a node of the file.</summary>
internal static class Nodes
{
    /// <summary>True for ONNX's own operators.</summary>
    public static bool IsDefaultDomain(string domain) => domain is "" or "ai.onnx";

    /// <summary>Version of the default operator set of a model.</summary>
    public static int OpsetOf(ModelProto model) =>
        (int)model.OpsetImport.Where(set => IsDefaultDomain(set.Domain)).Select(set => set.Version).FirstOrDefault();

    /// <summary>True when the node is ONNX's operator of this type.</summary>
    public static bool Is(this NodeProto node, string opType) => node.OpType == opType && IsDefaultDomain(node.Domain);

    /// <summary>The first output that the node gives; some are left out by an empty name.</summary>
    public static string MainOutput(NodeProto node) => node.Output.FirstOrDefault(name => name.Length > 0) ?? "";

    /// <summary>A node's name for messages: its own, or that of what it gives.</summary>
    public static string Label(NodeProto node) => ModelText.Quoted(NameOf(node));

    /// <summary>A node's name, or that of what it gives.</summary>
    public static string NameOf(NodeProto node) => node.Name.Length > 0 ? node.Name : MainOutput(node);

    /// <summary>The graphs inside a node (of <c>If</c>, <c>Loop</c>).</summary>
    public static IEnumerable<GraphProto> Graphs(NodeProto node) =>
        node.Attribute.SelectMany(attribute => attribute.G is null ? attribute.Graphs : attribute.Graphs.Append(attribute.G));

    /// <summary>Every constant of a graph, those of its nodes' attributes and inner graphs included.</summary>
    public static IEnumerable<TensorProto> Tensors(GraphProto graph) => graph.Initializer.Concat(graph.Node.SelectMany(Tensors));

    /// <summary>A name for two nodes that are one layer: "fc/MatMul" and "fc/Add" are "fc"; names with nothing in common leave the
    /// first.</summary>
    public static string CommonName(string first, string second)
    {
        var length = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        while (length > 0 && char.IsLetterOrDigit(first[length - 1]) && length < Math.Max(first.Length, second.Length)) length--;
        var common = first[..length].TrimEnd('/', '.', '_', '-', ':');
        return common.Length > 0 ? common : first;
    }

    /// <summary>Every tensor that a node reads: its inputs, and what its inner graphs take from around them.</summary>
    public static IEnumerable<string> Reads(NodeProto node) => node.Input.Where(name => name.Length > 0).Concat(Captured(node));

    /// <summary>What a node's inner graphs (of <c>If</c>, <c>Loop</c>) read without making it themselves.</summary>
    public static IEnumerable<string> Captured(NodeProto node) => Graphs(node)
        .SelectMany(graph =>
        {
            var made = graph.Node.SelectMany(inner => inner.Output)
                .Concat(graph.Input.Select(input => input.Name))
                .Concat(graph.Initializer.Select(tensor => tensor.Name))
                .ToHashSet(StringComparer.Ordinal);
            return graph.Node.SelectMany(Reads).Concat(graph.Output.Select(output => output.Name)).Where(name => !made.Contains(name));
        });

    /// <summary>The node's attributes as plain values; those of other types are left out.</summary>
    public static Dictionary<string, object> Attributes(NodeProto node)
    {
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var attribute in node.Attribute)
        {
            object? value = attribute.Type switch
            {
                Kind.Int => attribute.I,
                Kind.Float => attribute.F,
                Kind.String => attribute.S.ToStringUtf8(),
                Kind.Ints => attribute.Ints.ToArray(),
                Kind.Floats => attribute.Floats.ToArray(),
                _ => null,
            };
            if (value is not null) attributes[attribute.Name] = value;
        }

        return attributes;
    }

    private static IEnumerable<TensorProto> Tensors(NodeProto node) => node.Attribute
        .SelectMany(attribute => attribute.T is null ? attribute.Tensors : attribute.Tensors.Append(attribute.T))
        .Concat(Graphs(node).SelectMany(Tensors));
}
