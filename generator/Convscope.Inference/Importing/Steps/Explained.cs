using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Finds the operator that explains a node, if it is sure to mean what the node does.</summary>
internal static class Explained
{
    /// <summary>The operator of the node's first output, or null.</summary>
    /// <exception cref="DiagnosticException">CS1104 when the input's axes are read in another order than declared.</exception>
    public static Operator? Find(NodeProto node, InputLayout layout, Import import)
    {
        if (!Nodes.IsDefaultDomain(node.Domain) || Nodes.Captured(node).Any()) return null;
        var flows = new List<Flow>();
        var constants = new Dictionary<int, Constant>();
        for (var i = 0; i < node.Input.Count; i++)
        {
            if (node.Input[i].Length == 0) continue;
            if (import[node.Input[i]] is Flow flow) flows.Add(flow);
            else if (import[node.Input[i]] is Known known) constants[i] = known.Constant;
            else return null;
        }

        var attributes = Nodes.Attributes(node);
        if (!OlderMeaning.Update(node.OpType, import.Opset, import.Probe.SizesOf(node.Output[0]), attributes)) return null;

        var shape = import.ShapeOf(node.Output[0], layout);
        Shape[] shapes = [.. flows.Select(flow => flow.Shape)];
        return Create(new(node.OpType, shapes, constants, attributes, shape), flows, import);
    }

    private static Operator? Create(NodeDescription node, List<Flow> flows, Import import)
    {
        try
        {
            var first = flows.Any(flow => flow.Layout == InputLayout.Nhwc)
                ? ChannelsLast.Rewrite(node, flows.Select(flow => flow.Layout))
                : node;
            if (first is null) return Refuse(node, flows, import);
            var op = OperatorCatalog.Create(first);
            return op.OutputShape(first.InputShapes).Equals(node.OutputShape) ? op : null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException or NotSupportedException
            or KeyNotFoundException or IndexOutOfRangeException or ArithmeticException)
        {
            // An unusual form of a known operator still gets its picture and its page.
            return null;
        }
    }

    private static Operator? Refuse(NodeDescription node, List<Flow> flows, Import import)
    {
        if (!ChannelsLast.NeedsChannelsFirst(node.OpType) || !flows.Any(flow => flow.Layer == import.Layers[0].Layer.Id)) return null;
        throw new DiagnosticException(
            DiagnosticCodes.InputMismatch,
            $"the input {Plain.Quoted(import.Layers[0].Layer.Name)} was taken to have its channels last, but the model reads them first "
            + $"({node.OpType}); write `layout: nchw` under `input:` in the model's YAML file",
            import.File);
    }
}
