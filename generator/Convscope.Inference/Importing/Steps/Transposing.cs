using Convscope.Core.Network;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>A <c>Transpose</c> between channels first and channels last is no layer: only the order of the axes is noted.</summary>
internal sealed class Transposing : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Transpose") || import[node.Input[0]] is not Flow { Shape.Sizes.Length: 3 } flow) return false;
        if (import.Probe.SizesOf(node.Output[0]).Length != 4) return false;

        var axes = flow.Layout == InputLayout.Nchw ? "NCHW" : "NHWC";
        var perm = Nodes.Attributes(node).TryGetValue("perm", out var given) ? (long[])given : [3, 2, 1, 0];
        if (perm.Any(axis => axis is < 0 or > 3)) return false;
        InputLayout? layout = string.Concat(perm.Select(axis => axes[(int)axis])) switch
        {
            "NCHW" => InputLayout.Nchw,
            "NHWC" => InputLayout.Nhwc,
            _ => null,
        };
        if (layout is null) return false;
        import[node.Output[0]] = flow with { Layout = layout.Value };
        import.Changes.Add("channels-first", Nodes.NameOf(node), "Transpose left out: maps are shown with their channels first");
        return true;
    }
}
