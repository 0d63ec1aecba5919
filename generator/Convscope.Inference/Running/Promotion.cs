using Convscope.Inference.Onnx;
using Convscope.Inference.Rewriting;

namespace Convscope.Inference.Running;

/// <summary>Chooses which tensors of a model are its outputs, so that they can be recorded.</summary>
internal static class Promotion
{
    /// <summary>Names of the tensors worth looking at: what a node reads, the first output of each, and the model's own outputs.</summary>
    public static IReadOnlyList<string> Intermediates(GraphProto graph)
    {
        var read = graph.Node.SelectMany(Nodes.Reads).ToHashSet(StringComparer.Ordinal);
        var outputs = graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var all =
            from node in graph.Node
            from output in node.Output.Select((name, index) => (name, index))
            where output.name.Length > 0 && (output.index == 0 || read.Contains(output.name) || outputs.Contains(output.name))
            select output.name;
        var closed = ClosedTypes.Of(graph);
        return [.. all.Concat(outputs).Where(name => !closed.Contains(name)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The same model with these outputs and only the nodes that lead to them.</summary>
    public static ModelProto Promote(ModelProto model, IReadOnlyCollection<string> outputs)
    {
        var promoted = model.Clone();
        var nodes = NodeOrder.LeadingTo(outputs, promoted.Graph.Node);
        promoted.Graph.Node.Clear();
        promoted.Graph.Node.AddRange(nodes);

        // The runtime refuses two nodes of one name, which no other reader minds; a name says nothing to it.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in promoted.Graph.Node.Where(node => !taken.Add(node.Name))) node.ClearName();
        promoted.Graph.Output.Clear();
        promoted.Graph.Output.AddRange(outputs.Select(name => new ValueInfoProto { Name = name }));
        return promoted;
    }
}
