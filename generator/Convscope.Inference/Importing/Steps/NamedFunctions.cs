using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Activation functions that exporters write as several nodes - hard swish, SiLU, GELU, Mish, hard sigmoid - become one layer.
/// They are told by what they compute, not by how it is written, so that every order of the same operations is found.
/// </summary>
internal sealed class NamedFunctions : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!Formula.IsOperation(node)) return false;
        foreach (var start in Formula.Starts(node, import))
        {
            if (import[start] is not Flow flow || Formula.Of(node, start, import) is not { } formula || formula.Nodes < 2) continue;
            if (KnownFunctions.Find(formula.Function) is not { } found) continue;
            if (!import.ShapeOf(node.Output[0], flow.Layout).Equals(flow.Shape)) continue;
            var description = new NodeDescription(found.OpType, [flow.Shape], new Dictionary<int, Constant>(), found.Attributes,
                flow.Shape);
            if (!import.TryAdd(Nodes.CommonName(node.Name, formula.First.Name), node.Output[0], description, [flow], flow.Layout)) continue;
            import.Changes.Add("name-function", Nodes.NameOf(node), $"{formula.Nodes} nodes are one {found.OpType}", node.Output[0]);
            return true;
        }

        return false;
    }
}
