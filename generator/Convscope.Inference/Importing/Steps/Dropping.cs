using Convscope.Core.Network;
using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Nodes that give what they read are no layer: <c>Identity</c>, <c>Dropout</c> outside training, casts and reshapes that change
/// nothing, padding by nothing.
/// </summary>
internal sealed class Dropping : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (node.Input.Count == 0 || import[node.Input[0]] is not Flow flow || !import.Probe.Has(node.Output[0])) return false;
        var output = node.Output[0];
        if (node.Is("Cast") && ChangesNumbers(node, import)) return false;
        if (LayoutOf(node, flow, import) is not { } layout) return false;
        import[output] = flow with { Layout = layout };
        import.Changes.Add("drop-idle", Nodes.NameOf(node), $"{node.OpType} left out: it changes nothing");
        return true;
    }

    /// <summary>The order of the output's axes, if it holds what the input holds.</summary>
    private static InputLayout? LayoutOf(NodeProto node, Flow flow, Import import)
    {
        if (node.Is("Identity") || node.Is("Dropout") || node.Is("Cast") || IsPadOfNothing(node, import)) return flow.Layout;
        if (!node.Is("Reshape") && !node.Is("Flatten") && !node.Is("Squeeze") && !node.Is("Unsqueeze")) return null;
        var output = node.Output[0];
        var sizes = import.Probe.SizesOf(output);
        if (flow.Layout == InputLayout.Nchw && import.ShapeOf(output).Equals(flow.Shape)) return InputLayout.Nchw;

        // Maps of one channel are the same with their channel first, last or left out; others while their axes keep their order.
        if (sizes.Length is 3 or 4 && flow.Shape is { Units: 1, Sizes.Length: 3 } maps && sizes[0] == 1)
        {
            if (sizes is [1, var h, var w] && h == maps.Height && w == maps.Width) return InputLayout.Nchw;
            if (sizes is [1, var rows, var columns, 1] && rows == maps.Height && columns == maps.Width) return InputLayout.Nhwc;
            if (sizes is [1, 1, var y, var x] && y == maps.Height && x == maps.Width) return InputLayout.Nchw;
        }

        return flow.Layout == InputLayout.Nhwc && sizes.SkipWhile(size => size == 1).SequenceEqual(
            new long[] { flow.Shape.Height, flow.Shape.Width, flow.Shape.Units }.SkipWhile(size => size == 1)) ? InputLayout.Nhwc : null;
    }

    /// <summary>Whether a cast may give other numbers than it reads: anything but one to floats, or from whole numbers to such.</summary>
    private static bool ChangesNumbers(NodeProto node, Import import)
    {
        var (from, to) = (import.Probe.Has(node.Input[0]) ? import.Probe.TypeOf(node.Input[0])
            : TensorElementType.Float, import.Probe.TypeOf(node.Output[0]));
        return to != TensorElementType.Float
            && !((OtherTypes.IsWhole(from) || WholeNumbers.RangeOf(from) is not null)
                && to is TensorElementType.Int64 or TensorElementType.Int32);
    }

    private static bool IsPadOfNothing(NodeProto node, Import import) =>
        node.Is("Pad") && import.Probe.SizesOf(node.Output[0]).SequenceEqual(import.Probe.SizesOf(node.Input[0]))
        && Padding.Of(node, import) is { } pads && pads.All(pad => pad == 0);
}
