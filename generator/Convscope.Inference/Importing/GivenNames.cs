using Convscope.Core.Network;

namespace Convscope.Inference.Importing;

/// <summary>Names that the author of a site gives layers: they lead to their addresses too.</summary>
internal static class GivenNames
{
    /// <summary>The layers by their given names, and each one's id by that which it had.</summary>
    public static (IReadOnlyList<Recording> Layers, Dictionary<string, string> Ids) Apply(
        IReadOnlyList<Recording> recordings, IReadOnlyDictionary<string, string> names)
    {
        string?[] given = [.. recordings.Select(recording => names.FirstOrDefault(pair => recording.Layer.IsCalled(pair.Key)).Value)];
        var taken = new LayerIds();
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] is null || i == 0) taken.Take(recordings[i].Layer.Id);
        }

        var ids = recordings.Select((recording, i) => (Old: recording.Layer.Id, New: given[i] is { } name && i > 0
            ? taken.Take(LayerIds.Candidates(name, recording.Layer.Id, recording.Layer.Operator)) : recording.Layer.Id))
            .ToDictionary(pair => pair.Old, pair => pair.New, StringComparer.Ordinal);
        return ([.. recordings.Select((recording, i) => recording with { Layer = Renamed(recording.Layer, given[i]) })], ids);

        Layer Renamed(Layer layer, string? name) => layer with
        {
            Id = ids[layer.Id],
            Inputs = [.. layer.Inputs.Select(id => ids[id])],
            ReadableName = name ?? layer.ReadableName,
            FormerNames = name is null ? [] : [layer.ReadableName, layer.Id],
        };
    }
}
