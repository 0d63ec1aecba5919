using Convscope.Inference.Onnx;

namespace Convscope.Inference.Running;

/// <summary>Finds the node for which a model can't be loaded, where the runtime doesn't name it: with a few loads of shorter and longer
/// beginnings of the model.</summary>
internal static class Culprit
{
    /// <summary>Beyond, it would take too long for a message.</summary>
    private const int MostNodes = 5000;

    /// <summary>The first node with which the model can't be loaded, the nodes before it being no hindrance; null where there are too
    /// many.</summary>
    /// <param name="model">A model that can't be loaded.</param>
    /// <param name="loads">Whether a beginning of it can.</param>
    public static NodeProto? Of(ModelProto model, Func<ModelProto, bool> loads)
    {
        var nodes = NodeOrder.Sort(model.Graph.Node);
        if (nodes.Count > MostNodes) return null;
        var (most, least) = (0, nodes.Count);
        while (least - most > 1)
        {
            var middle = (most + least) / 2;
            if (loads(Beginning(model, nodes, middle))) most = middle;
            else least = middle;
        }

        return least > 0 ? nodes[least - 1] : null;
    }

    private static ModelProto Beginning(ModelProto model, IReadOnlyList<NodeProto> nodes, int count)
    {
        var part = model.Clone();
        part.Graph.Node.Clear();
        part.Graph.Node.AddRange(nodes.Take(count));
        part.Graph.Output.Clear();
        part.Graph.Output.AddRange(nodes.Take(count).Select(Nodes.MainOutput).Where(name => name.Length > 0)
            .Select(name => new ValueInfoProto { Name = name }));
        return part;
    }
}
