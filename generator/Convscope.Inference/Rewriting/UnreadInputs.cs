using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>An input that no node reads, such as the learning phase that old Keras leaves in a graph, isn't one that has to be
/// fed.</summary>
internal static class UnreadInputs
{
    /// <summary>Takes such inputs out of a graph, as long as another remains.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">Inputs that are weights, and are fed as such.</param>
    /// <param name="changes">Told what was taken out.</param>
    public static void Drop(GraphProto graph, IReadOnlySet<string> weights, GraphChanges changes)
    {
        var constants = graph.Initializer.Select(tensor => tensor.Name).Concat(weights).ToHashSet(StringComparer.Ordinal);
        var read = graph.Node.SelectMany(Nodes.Reads).Concat(graph.Output.Select(output => output.Name)).ToHashSet(StringComparer.Ordinal);
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !constants.Contains(input.Name))];
        ValueInfoProto[] unread = [.. inputs.Where(input => !read.Contains(input.Name))];
        if (unread.Length == inputs.Length) return;
        foreach (var input in unread)
        {
            graph.Input.Remove(input);
            changes.Add("drop-input", input.Name, "nothing reads this input");
        }
    }
}
