using Convscope.Inference.Onnx;
using Google.Protobuf;

namespace Convscope.Inference.Running;

/// <summary>Makes every intermediate tensor of a model an output, so that it can be recorded.</summary>
internal static class Promotion
{
    /// <summary>Names of the tensors worth recording: what a node reads, and the first output of each.</summary>
    public static IReadOnlyList<string> Intermediates(GraphProto graph)
    {
        var read = graph.Node.SelectMany(node => node.Input).ToHashSet(StringComparer.Ordinal);
        var outputs = graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var all =
            from node in graph.Node
            from output in node.Output.Select((name, index) => (name, index))
            where output.name.Length > 0 && (output.index == 0 || read.Contains(output.name)) && !outputs.Contains(output.name)
            select output.name;
        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The model with more outputs. Protobuf merges a message that is written twice, so the additions are simply
    /// appended: every byte of the file stays as it was, fields that we don't know included.
    /// </summary>
    public static byte[] Promote(byte[] model, IEnumerable<string> names)
    {
        var additions = new ModelProto { Graph = new GraphProto() };
        additions.Graph.Output.AddRange(names.Select(name => new ValueInfoProto { Name = name }));
        return [.. model, .. additions.ToByteArray()];
    }
}
