using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>Takes the branch of an <c>If</c> whose condition is a constant into the graph: the other is never run.</summary>
internal static class ConstantBranches
{
    /// <summary>Changes a model.</summary>
    public static void Apply(ModelProto model, GraphChanges changes)
    {
        var graph = model.Graph;
        for (var i = 0; i < graph.Node.Count;)
        {
            var node = graph.Node[i];
            if (!node.Is("If") || node.Input.Count != 1 || ConditionOf(graph, node.Input[0]) is not { } condition
                || BranchOf(node, condition) is not { } branch
                || branch.Output.Count < node.Output.Count)
            {
                i++;
                continue;
            }

            // Its nodes are looked at again, since a branch may have branches.
            graph.Node.RemoveAt(i);
            var at = i;
            foreach (var inner in Inlined(graph, node, branch)) graph.Node.Insert(at++, inner);
            changes.Add("constant-branch",
                Nodes.NameOf(node), $"its condition is always {(condition ? "true" : "false")}: the other branch is never run");
        }
    }

    private static GraphProto? BranchOf(NodeProto node, bool condition) =>
        node.Attribute.FirstOrDefault(attribute => attribute.Name == (condition ? "then_branch" : "else_branch"))?.G;

    private static bool? ConditionOf(GraphProto graph, string name)
    {
        var tensor = graph.Initializer.FirstOrDefault(initializer => initializer.Name == name)
            ?? graph.Node.FirstOrDefault(node => node.Is("Constant") && node.Output.Contains(name))?.Attribute.FirstOrDefault(attribute =>
                attribute.Name == "value")?.T;
        if (tensor is null || tensor.DataType != (int)Type.Bool || graph.Input.Any(input => input.Name == name)) return null;
        return tensor.RawData.Length == 1 ? tensor.RawData[0] != 0 : tensor.Int32Data.Count == 1 ? tensor.Int32Data[0] != 0 : null;
    }

    /// <summary>The branch's nodes, its own names made the graph's; its constants go to the graph.</summary>
    private static List<NodeProto> Inlined(GraphProto graph, NodeProto node, GraphProto branch)
    {
        var own = branch.Node.SelectMany(inner => inner.Output).Concat(branch.Initializer.Select(tensor => tensor.Name))
            .Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        var names = own.ToDictionary(name => name, name => $"{Nodes.NameOf(node)}/{name}", StringComparer.Ordinal);
        var copies = new List<NodeProto>();
        for (var i = 0; i < node.Output.Count; i++)
        {
            var given = branch.Output[i].Name;

            // What lies outside of the branch, or is given twice, has a name already.
            if (own.Remove(given)) names[given] = node.Output[i];
            else copies.Add(new NodeProto
            {
                OpType = "Identity", Name = node.Output[i], Input = { names.GetValueOrDefault(given, given) },
                Output = { node.Output[i] }
            });
        }

        foreach (var tensor in branch.Initializer)
        {
            var moved = tensor.Clone();
            moved.Name = names[tensor.Name];
            graph.Initializer.Add(moved);
        }

        var inside = branch.Clone();
        Renaming.Apply(inside, names);
        return [.. inside.Node, .. copies];
    }
}
