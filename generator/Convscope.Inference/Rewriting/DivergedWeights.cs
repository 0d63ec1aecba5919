using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>Finds weights that are no numbers: every picture would give nothing else, and the layers that come to it would be told
/// instead.</summary>
internal static class DivergedWeights
{
    private const int MostNamed = 3;

    /// <summary>Refuses a model with weights that hold NaN.</summary>
    /// <param name="graph">The graph that reads them.</param>
    /// <param name="constants">The weights by name.</param>
    /// <param name="file">The model, for messages.</param>
    /// <exception cref="DiagnosticException">CS1102, one for all of them.</exception>
    public static void Refuse(GraphProto graph, IReadOnlyDictionary<string, Constant> constants, SourceSpan file)
    {
        var holding = constants.Where(constant => Array.Exists(constant.Value.Values, float.IsNaN)).Select(constant => constant.Key)
            .ToHashSet(StringComparer.Ordinal);
        if (holding.Count == 0) return;
        string[] layers = [.. graph.Node.Where(node => Nodes.Reads(node).Any(holding.Contains)).Select(Nodes.Label).Distinct()];
        if (layers.Length == 0) return;
        var more = layers.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {layers.Length - MostNamed} more") : "";
        throw ModelText.Unsupported(
            $"the weights of {string.Join(", ", layers.Take(MostNamed))}{more} hold NaN: training diverged; export an earlier checkpoint, or train again with a lower learning rate", file);
    }
}
