using Convscope.Inference.Onnx;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;

namespace Convscope.Inference.Importing;

/// <summary>Questions about a node of the file.</summary>
internal static class Nodes
{
    /// <summary>True for ONNX's own operators.</summary>
    public static bool IsDefaultDomain(string domain) => domain is "" or "ai.onnx";

    /// <summary>True when the node is ONNX's operator of this type.</summary>
    public static bool Is(this NodeProto node, string opType) => node.OpType == opType && IsDefaultDomain(node.Domain);

    /// <summary>The first output that the node gives; some are left out by an empty name.</summary>
    public static string MainOutput(NodeProto node) => node.Output.FirstOrDefault(name => name.Length > 0) ?? "";

    /// <summary>Every tensor that a node reads: its inputs, and what its inner graphs take from around them.</summary>
    public static IEnumerable<string> Reads(NodeProto node) => node.Input.Where(name => name.Length > 0).Concat(Captured(node));

    /// <summary>What a node's inner graphs (of <c>If</c>, <c>Loop</c>) read without making it themselves.</summary>
    public static IEnumerable<string> Captured(NodeProto node) => node.Attribute
        .SelectMany(attribute => attribute.G is null ? attribute.Graphs : attribute.Graphs.Append(attribute.G))
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
}
