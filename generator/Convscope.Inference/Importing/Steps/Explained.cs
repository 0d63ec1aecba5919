using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Finds the operator that explains a node, if it is sure to mean what the node does.</summary>
internal static class Explained
{
    /// <summary>A node as an operator reads it, channels first, or null when it can't be said.</summary>
    /// <param name="node">The node.</param>
    /// <param name="layout">The order of the output's axes.</param>
    /// <param name="import">What is known.</param>
    /// <param name="index">Which of the node's outputs is meant.</param>
    /// <exception cref="DiagnosticException">CS1104 when the input's axes are read in another order than declared.</exception>
    public static NodeDescription? Describe(NodeProto node, InputLayout layout, Import import, int index = 0)
    {
        if (OperatorCatalog.MarkOf(node.OpType) is not { TakesTypes: true } && node.Input.Any(name => IsOfAnotherType(name, import)))
            return null;
        if (!IsKnown(node) || Nodes.Captured(node).Any() || Constants(node, import) is not { } constants) return null;
        Flow[] flows = [.. node.Input.Select(name => import[name]).OfType<Flow>()];
        if (flows.Length == 0) return null;
        var attributes = Nodes.Attributes(node);
        if (!OlderMeaning.Update(node.OpType, import.Opset, import.Probe.SizesOf(node.Output[0]), attributes)) return null;
        if (!OneForm.Update(node, import, attributes, constants)) return null;

        if (WholeNumbers.RangeOf(import.Probe.TypeOf(node.Output[index])) is { } range) attributes["range"] = range;
        var shape = import.ShapeOf(node.Output[index], layout);
        Shape[] shapes = [.. flows.Select(flow => flow.Shape)];
        var description = new NodeDescription(node.OpType, shapes, constants, attributes, shape)
        {
            Output = index, OutputType = import.Probe.TypeOf(node.Output[index]).ToString(),
        };
        if (!flows.Any(flow => flow.Layout == InputLayout.Nhwc)) return description;
        try
        {
            return ChannelsLast.Rewrite(description, flows.Select(flow => flow.Layout)) ?? Refuse(node, flows, import);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The operator of a description, one without an explanation included; null when it would give another shape.</summary>
    public static Operator? Make(NodeDescription node)
    {
        try
        {
            var op = OperatorCatalog.Create(node);
            return op.OutputShape(node.InputShapes).Equals(node.OutputShape) ? op : null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException or NotSupportedException
            or KeyNotFoundException or IndexOutOfRangeException or ArithmeticException)
        {
            // An unusual form of a known operator still gets its picture and its page.
            return null;
        }
    }

    /// <summary>Whether a node's type means what the catalog takes it for: in ONNX's own domain, or in one that the operator
    /// names.</summary>
    private static bool IsKnown(NodeProto node) =>
        OperatorCatalog.MarkOf(node.OpType)?.IsOf(node.Domain) ?? Nodes.IsDefaultDomain(node.Domain);

    /// <summary>The constants that a node reads, by position; null when it reads what is neither constant nor a layer.</summary>
    public static Dictionary<int, Constant>? Constants(NodeProto node, Import import)
    {
        var constants = new Dictionary<int, Constant>();
        for (var i = 0; i < node.Input.Count; i++)
        {
            if (node.Input[i].Length == 0 || import[node.Input[i]] is Flow) continue;
            if (import[node.Input[i]] is not Known known) return null;
            constants[i] = known.Constant;
        }

        return constants;
    }

    private static bool IsOfAnotherType(string name, Import import) =>
        import[name] is Flow && import.Probe.Has(name) && import.Probe.TypeOf(name) is var type && type != TensorElementType.Float
            && (type == TensorElementType.Int32 || WholeNumbers.RangeOf(type) is null);

    private static NodeDescription? Refuse(NodeProto node, Flow[] flows, Import import)
    {
        var input = import.Layers[0].Layer;
        if (!OperatorCatalog.NeedsChannelsFirst(node.OpType) || !flows.Any(flow => flow.Layer == input.Id)) return null;
        throw new DiagnosticException(
            DiagnosticCodes.InputMismatch,
            $"the input {ModelText.Quoted(input.Name)} was taken to have its channels last, but the model reads them first "
            + $"({node.OpType}); write `layout: nchw` under `input:` in the model's YAML file",
            import.File);
    }
}
