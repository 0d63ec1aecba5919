using System.IO.Compression;
using System.Text.Json;
using Convscope.Core.Network;
using Convscope.Site.Assets;
using Convscope.Site.Building;
using Convscope.Site.Output;

namespace Convscope.Site.Live;

/// <summary>
/// What was recorded of a picture, as one small data file (JSON: of each layer, where the numbers of its maps lie, or the numbers of its
/// row): the reader's browser compares with it what it computes itself.
/// </summary>
internal static class RecordedMaps
{
    /// <summary>A longer row isn't compared.</summary>
    private const int LongestRow = 4096;

    /// <summary>Writes the data file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="staged">Takes it.</param>
    /// <param name="picture">The picture's name.</param>
    /// <param name="activations">What was recorded.</param>
    /// <param name="record">Where its maps lie.</param>
    /// <returns>Its route.</returns>
    public static string Write(NetworkGraph network, StagedSite staged, string picture, Activations activations, PictureRecord record)
    {
        var layers = network.Layers.Zip(record.Layers, (layer, kept) => new
        {
            id = layer.Id,
            maps = kept.Units.Where(unit => unit.Data.Length > 0).Select(unit => new object[] { unit.Index, unit.Data }),
            row = layer.Shape is { MapSize: 1, Units: <= LongestRow } ? activations[layer].Values.ToArray() : [],
        });
        var bytes = JsonSerializer.SerializeToUtf8Bytes(layers, NetworkPack.Json);
        var route = $"data/{picture}/recorded-{StagedSite.Hash(bytes)}.js";
        staged.Add(route, DataFile.Write($"{picture}/recorded", bytes, CompressionLevel.Fastest));
        return route;
    }
}
