using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>A constant that is added to what a convolution gives, a number a unit, is its bias. Keras writes it so.</summary>
internal sealed class BiasAdding : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Add") || node.Input.Count != 2) return false;
        var at = import[node.Input[0]] is Flow ? 0 : 1;
        if (import[node.Input[at]] is not Flow { Shape.Sizes.Length: 3 } flow
            || import[node.Input[1 - at]] is not Known { Constant: var constant }) return false;
        var recording = import.Of(flow);
        if (recording.Node is not { OpType: "Conv" or "ConvTranspose" } conv || !import.IsOnlyFor(recording, node.Input[at])) return false;
        if (import.Probe.SizesOf(node.Output[0]).Length != 4 || !import.ShapeOf(node.Output[0], flow.Layout).Equals(flow.Shape))
            return false;
        if (PerUnit(constant, flow) is not { } bias) return false;
        if (conv.Constants.TryGetValue(2, out var own)) bias = [.. bias.Select((b, unit) => b + own.Values[unit])];

        var constants = conv.Constants.ToDictionary();
        constants[2] = new([bias.Length], bias);
        var name = Nodes.CommonName(recording.Layer.Name, node.Name);
        if (!import.TryAdd(name, node.Output[0], conv with { Constants = constants }, import.InputsOf(recording), flow.Layout))
            return false;
        import.Changes.Add("conv-bias", Nodes.NameOf(node), $"became the bias of the convolution '{recording.Layer.Name}'", node.Output[0]);
        return true;
    }

    /// <summary>A constant that broadcasts over maps as one number a unit; null when it differs from cell to cell.</summary>
    private static float[]? PerUnit(Constant constant, Flow flow)
    {
        if (constant.Values.Length == 1) return [.. Enumerable.Repeat(constant.Values[0], flow.Shape.Units)];
        if (constant.Sizes.Count > 4 || constant.Values.Length != flow.Shape.Units) return null;
        var channel = flow.Layout == InputLayout.Nchw ? constant.Sizes.Count - 3 : constant.Sizes.Count - 1;
        return channel >= 0 && constant.Sizes[channel] == flow.Shape.Units ? constant.Values : null;
    }
}
