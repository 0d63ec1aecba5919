using Convscope.Core.Network;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Where the site's author wants it, a batch normalisation right after a convolution becomes a part of its weights and bias:
/// <c>γ (w x + b − μ) / √(σ² + ε) + β</c> is again a weighted sum with a bias.
/// </summary>
internal sealed class BatchNormFolding : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!import.Options.FoldBatchNorm || !node.Is("BatchNormalization") || node.Output.Skip(1).Any(name => name.Length > 0))
            return false;
        if (import[node.Input[0]] is not Flow { Layout: InputLayout.Nchw } flow || Nodes.Attributes(node).ContainsKey("training_mode"))
            return false;
        var recording = import.Of(flow);
        if (recording.Node is not { OpType: "Conv" } conv || !import.IsOnlyFor(recording, node.Input[0])) return false;
        if (Explained.Constants(node, import) is not { Count: 4 } statistics
            || statistics.Values.Any(constant => constant.Values.Length != flow.Shape.Units)) return false;

        var epsilon = Nodes.Attributes(node).TryGetValue("epsilon", out var given) ? (float)given : 1e-5f;
        float[] scale = statistics[1].Values, shift = statistics[2].Values, mean = statistics[3].Values, variance = statistics[4].Values;
        double[] factors = [.. scale.Select((s, unit) => s / Math.Sqrt(variance[unit] + (double)epsilon))];
        var weights = conv.Constants[1];
        var size = weights.Values.Length / factors.Length;
        var bias = conv.Constants.TryGetValue(2, out var own) ? own.Values : new float[factors.Length];
        var constants = conv.Constants.ToDictionary();
        constants[1] = weights with { Values = [.. weights.Values.Select((w, i) => (float)(w * factors[i / size]))] };
        constants[2] = new([factors.Length], [.. factors.Select((f, unit) =>
            (float)((f * (bias[unit] - (double)mean[unit])) + shift[unit]))]);

        if (!import.TryAdd(recording.Layer.Name, node.Output[0], conv with { Constants = constants }, import.InputsOf(recording)))
            return false;
        import.Changes.Add("fold-batch-norm", Nodes.NameOf(node), $"became a part of the convolution '{recording.Layer.Name}'",
            node.Output[0]);
        return true;
    }
}
