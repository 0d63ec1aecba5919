using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>A <c>DynamicQuantizeLinear</c> gives a step and a zero point beside its whole numbers, each a layer where it is read.</summary>
internal sealed class DynamicRanges : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("DynamicQuantizeLinear") || import[node.Input[0]] is not Flow flow) return false;
        string[] types = ["DynamicQuantizeLinear", "DynamicStep", "DynamicZeroPoint"];
        for (var i = 0; i < node.Output.Count; i++)
        {
            var output = node.Output[i];
            if (!import.Probe.Has(output)) continue;
            var layout = i == 0 ? flow.Layout : Core.Network.InputLayout.Nchw;
            var description = new NodeDescription(types[i], [flow.Shape], new Dictionary<int, Constant>(),
                new Dictionary<string, object>(StringComparer.Ordinal), import.ShapeOf(output, layout));
            _ = import.TryAdd(i == 0 ? node.Name : "", output, description, [flow], layout);
        }

        return import[node.Output[0]] is Flow;
    }
}
