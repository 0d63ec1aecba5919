namespace Convscope.Inference.Onnx;

/// <summary>Orders nodes so that each comes after what it reads. Files should be ordered so already; not all are.</summary>
internal static class NodeOrder
{
    /// <summary>A node that depends on what it gives itself, or null.</summary>
    public static NodeProto? OnCycle(IReadOnlyList<NodeProto> nodes)
    {
        var sorted = Sort(nodes);
        return sorted.Count == nodes.Count ? null : nodes.Except(sorted).FirstOrDefault();
    }

    /// <summary>The nodes that lead to any of these tensors, in topological order.</summary>
    public static IReadOnlyList<NodeProto> LeadingTo(IEnumerable<string> tensors, IReadOnlyList<NodeProto> nodes)
    {
        var wanted = tensors.ToHashSet(StringComparer.Ordinal);
        var kept = new List<NodeProto>();
        foreach (var node in Sort(nodes).Reverse())
        {
            if (!node.Output.Any(wanted.Contains)) continue;
            wanted.UnionWith(Nodes.Reads(node));
            kept.Add(node);
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>The nodes in topological order, as in the file where that is one. Nodes on a cycle are left out.</summary>
    public static IReadOnlyList<NodeProto> Sort(IReadOnlyList<NodeProto> nodes)
    {
        var maker = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var output in nodes[i].Output.Where(name => name.Length > 0)) maker[output] = i;
        }

        var waiting = new int[nodes.Count];
        var readers = nodes.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var name in Nodes.Reads(nodes[i]))
            {
                if (!maker.TryGetValue(name, out var from)) continue;
                waiting[i]++;
                readers[from].Add(i);
            }
        }

        var ready = new PriorityQueue<int, int>(Enumerable.Range(0, nodes.Count).Where(i => waiting[i] == 0).Select(i => (i, i)));
        var order = new List<NodeProto>(nodes.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(nodes[next]);
            foreach (var reader in readers[next])
            {
                if (--waiting[reader] == 0) ready.Enqueue(reader, reader);
            }
        }

        return order;
    }
}
