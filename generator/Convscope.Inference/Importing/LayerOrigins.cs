using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Convscope.Inference.Naming;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing;

/// <summary>Collects what a file says of where its layers come from.</summary>
internal static partial class LayerOrigins
{
    private const string ScopesKey = "pkg.torch.onnx.name_scopes";

    /// <summary>Nodes that became one layer are few.</summary>
    private const int MostNodes = 64;

    /// <summary>An origin a layer.</summary>
    public static LayerOrigin[] Of(IReadOnlyList<Recording> recordings, Import import)
    {
        var positions = recordings.Select((recording, i) => (recording.Layer.Id, i)).ToDictionary(StringComparer.Ordinal);
        var tensors = recordings.Select(recording => recording.Tensor).ToHashSet(StringComparer.Ordinal);
        return [.. recordings.Select(recording => new LayerOrigin(
            recording.Layer.Operator, NodeName(recording, import), recording.Tensor, Scopes(NodesOf(recording, tensors, import), recording),
            [.. recording.Layer.Weights.Select(weight => weight.Name)], [.. recording.Layer.Inputs.Select(id => positions[id])]))];
    }

    /// <summary>A layer is called by its tensor where its node has no name.</summary>
    private static string NodeName(Recording recording, Import import) =>
        recording.Layer.Name == recording.Tensor && import.MakerOf(recording.Tensor) is { Name.Length: 0 } ? "" : recording.Layer.Name;

    /// <summary>The nodes that became a layer, the last first.</summary>
    private static List<NodeProto> NodesOf(Recording recording, HashSet<string> tensors, Import import)
    {
        var found = new List<NodeProto>();
        var queue = new Queue<string>([recording.Tensor]);
        while (found.Count < MostNodes && queue.TryDequeue(out var tensor))
        {
            if (import.MakerOf(tensor) is not { } node || found.Contains(node)) continue;
            found.Add(node);
            foreach (var input in node.Input.Where(input => !tensors.Contains(input))) queue.Enqueue(input);
        }

        return found;
    }

    private static ImmutableArray<string> Scopes(List<NodeProto> nodes, Recording recording)
    {
        var told = nodes.Where(node => node.MetadataProps.Any(entry => entry.Key == ScopesKey)).ToArray();
        var node = told.FirstOrDefault(node => node.Name == recording.Layer.Name) ?? told.FirstOrDefault();
        return node is null ? [] : [.. Quoted().Matches(node.MetadataProps.First(entry => entry.Key == ScopesKey).Value)
            .Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"'([^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
