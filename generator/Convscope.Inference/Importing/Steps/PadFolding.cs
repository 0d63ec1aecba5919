using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// A <c>Pad</c> with zeros that only convolutions read is their own padding
/// (https://onnx.ai/onnx/operators/onnx__Pad.html). Any other stays a layer.
/// </summary>
internal sealed class PadFolding : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Conv") || PadBefore(node, import) is not var (pad, inner, pads)) return false;
        var attributes = Nodes.Attributes(node);
        var own = attributes.TryGetValue("pads", out var given) ? (long[])given : [0, 0, 0, 0];
        attributes["pads"] = new long[] { own[0] + pads[0], own[1] + pads[1], own[2] + pads[2], own[3] + pads[3] };
        attributes.Remove("auto_pad");
        if (Explained.Constants(node, import) is not { } constants) return false;
        var description = new NodeDescription(node.OpType, [inner.Shape], constants, attributes, import.ShapeOf(node.Output[0]));
        if (!import.TryAdd(node.Name, node.Output[0], description, [inner])) return false;
        import.Changes.Add("fold-pad", Nodes.NameOf(pad), $"became the padding of {Nodes.Label(node)}");
        return true;
    }

    /// <summary>The pad, what it reads, and its cells above, left, below and right.</summary>
    private static (NodeProto Pad, Flow Inner, long[] Pads)? PadBefore(NodeProto node, Import import)
    {
        if (import[node.Input[0]] is not Flow { Layout: InputLayout.Nchw } flow) return null;
        if (Nodes.Attributes(node).TryGetValue("auto_pad", out var auto) && (string)auto is not ("NOTSET" or "VALID")) return null;
        var recording = import.Of(flow);
        if (import.MakerOf(recording.Tensor) is not { } pad || !pad.Is("Pad") || import.IsOutput(recording.Tensor)) return null;
        if (!Padding.IsZero(pad, import) || Padding.Of(pad, import) is not { Length: 8 } pads) return null;
        if (import[pad.Input[0]] is not Flow { Shape.Sizes.Length: 3 } inner || inner.Layout != recording.Layout || pads.Any(p => p < 0))
            return null;
        if (!AllConvolve(recording.Tensor, import)) return null;
        long[] rows = inner.Layout == InputLayout.Nchw ? [pads[2], pads[3], pads[6], pads[7]] : [pads[1], pads[2], pads[5], pads[6]];
        return rows.Sum() == pads.Sum() ? (pad, inner, rows) : null;
    }

    /// <summary>True when convolutions, and transposes before them, are all that reads a tensor.</summary>
    private static bool AllConvolve(string tensor, Import import) => import.ReadersOf(tensor).All(reader =>
        reader.Is("Conv") || (reader.Is("Transpose") && !import.IsOutput(reader.Output[0]) && AllConvolve(reader.Output[0], import)));
}
