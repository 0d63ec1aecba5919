using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Any other node becomes a layer, with the operator that explains it where there is one.</summary>
internal sealed class OtherNodes : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        Flow[] flows = [.. import.FlowsOf(Nodes.Reads(node))];
        for (var i = 0; i < node.Output.Count; i++)
        {
            var output = node.Output[i];
            if (!import.Probe.Has(output)) continue;
            var mark = OperatorCatalog.MarkOf(node.OpType);
            var isShown = WholeNumbers.AreShown(node, output, import);
            var mayBeExplained = flows.Length > 0 && i < (mark?.Outputs ?? 1) && (isShown || mark is { TakesTypes: true });
            var layout = flows.Length > 0 ? LayoutOf(node, flows, import, output) : InputLayout.Nchw;
            var description = mayBeExplained ? Explained.Describe(node, layout, import, i) : null;
            var op = description is null ? null : Explained.Make(description);
            if (flows.Length == 0 || (!isShown && (op is null or IUnexplained)))
            {
                import[output] = new Opaque([.. flows.Distinct()]);
                continue;
            }

            if (op is null or IUnexplained) op = Unknown(node, import.ShapeOf(output, layout));
            import.Add(i == 0 ? node.Name : "", output, op, op is IUnexplained ? flows.Distinct() : flows, layout, description);
        }

        return true;
    }

    private static Unexplained Unknown(NodeProto node, Shape shape) => new(node.OpType, shape)
    {
        Domain = Nodes.IsDefaultDomain(node.Domain) ? "" : node.Domain, Attributes = Nodes.Attributes(node),
    };

    // Channels stay last until a node says otherwise: one defined with channels first, or one that changes the number of axes.
    private static InputLayout LayoutOf(NodeProto node, Flow[] flows, Import import, string output) =>
        flows[0].Layout == InputLayout.Nhwc && import.Probe.SizesOf(output).Length == 4 && import.Probe.SizesOf(output)[0] == 1
        && !node.Is("Transpose") && !node.Is("Reshape") && !OperatorCatalog.NeedsChannelsFirst(node.OpType)
            ? InputLayout.Nhwc
            : InputLayout.Nchw;
}
