using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>Gives tensors other names, within inner graphs too.</summary>
internal static class Renaming
{
    /// <summary>Renames what a node reads and gives.</summary>
    public static void Apply(NodeProto node, IReadOnlyDictionary<string, string> names)
    {
        for (var i = 0; i < node.Input.Count; i++) node.Input[i] = names.GetValueOrDefault(node.Input[i], node.Input[i]);
        for (var i = 0; i < node.Output.Count; i++) node.Output[i] = names.GetValueOrDefault(node.Output[i], node.Output[i]);
        foreach (var graph in Nodes.Graphs(node)) Apply(graph, names);
    }

    /// <summary>Renames the tensors of a graph.</summary>
    public static void Apply(GraphProto graph, IReadOnlyDictionary<string, string> names)
    {
        foreach (var node in graph.Node) Apply(node, names);
        foreach (var output in graph.Output) output.Name = names.GetValueOrDefault(output.Name, output.Name);
    }
}
