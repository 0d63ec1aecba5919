using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Assets;
using Convscope.Site.Output;

namespace Convscope.Site.Live;

/// <summary>
/// A network as one data file, from which the reader's browser computes it: the length of a text (4 bytes, little-endian), the text (JSON:
/// the layers with their operators' descriptions), and all weights in single precision, in planes of bytes.
/// <c>templates/js/live/network.js</c> reads it.
/// </summary>
public static class NetworkPack
{
    /// <summary>Numbers that JSON doesn't know go as words.</summary>
    internal static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes the data file.</summary>
    /// <returns>Its route.</returns>
    public static string Write(NetworkGraph network, StagedSite staged)
    {
        var bytes = Of(network);
        var route = $"data/network-{StagedSite.Hash(bytes)}.js";
        staged.Add(route, DataFile.Write("network", bytes, CompressionLevel.SmallestSize));
        return route;
    }

    /// <summary>The bytes before they are deflated.</summary>
    public static byte[] Of(NetworkGraph network)
    {
        var numbers = new PackedNumbers();
        var text = JsonSerializer.SerializeToUtf8Bytes(
            new { layers = network.Layers.Select(layer => Describe(layer, numbers)), output = network.Output.Id }, Json);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        return [.. length, .. text, .. numbers.Planes()];
    }

    private static object Describe(Layer layer, PackedNumbers numbers)
    {
        var (settings, tensors) = layer.Operator.Describe();
        return new
        {
            id = layer.Id, kind = layer.Operator.Kind, gives = layer.Operator.Gives.ToString(),
            inputs = layer.Inputs, shape = Sizes(layer.Shape), settings,
            tensors = tensors.ToDictionary(tensor => tensor.Key, tensor => new[] { numbers.Add(tensor.Value), tensor.Value.Length }),
        };
    }

    /// <summary>How the scripts know a shape: <c>(C, H, W)</c>, of a vector <c>(N, 1, 1)</c>.</summary>
    internal static int[] Sizes(Shape shape) => [shape.Units, shape.Height, shape.Width];
}
