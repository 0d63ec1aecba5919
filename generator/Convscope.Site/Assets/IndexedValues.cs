using System.Buffers.Binary;
using System.IO.Compression;

namespace Convscope.Site.Assets;

/// <summary>
/// The numbers of a map with few different ones, such as a channel of a picture, as a byte a cell: the number of different values
/// less one, those values in single precision and ascending order, and then of each cell which of them it has, as the difference
/// from the cell before (modulo 256). Lossless, whatever made the values.
/// </summary>
public static class IndexedValues
{
    private const int Most = 256;

    /// <summary>The script that hands a map to the registry in this form, or null for a map of more different values.</summary>
    /// <param name="key">The name that the page asks for.</param>
    /// <param name="map">Values, row-major.</param>
    public static byte[]? Write(string key, ReadOnlySpan<float> map)
    {
        var bits = new HashSet<int>();
        foreach (var value in map)
        {
            if (bits.Add(BitConverter.SingleToInt32Bits(value)) && bits.Count > Most) return null;
        }

        int[] values = [.. bits.OrderBy(BitConverter.Int32BitsToSingle).ThenBy(value => value)];
        var places = values.Select((value, place) => (value, place)).ToDictionary(pair => pair.value, pair => (byte)pair.place);
        var bytes = new byte[1 + (values.Length * 4) + map.Length];
        bytes[0] = (byte)(values.Length - 1);
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1 + (i * 4)), values[i]);
        var cells = bytes.AsSpan(1 + (values.Length * 4));
        byte before = 0;
        for (var i = 0; i < map.Length; i++)
        {
            var place = places[BitConverter.SingleToInt32Bits(map[i])];
            cells[i] = (byte)(place - before);
            before = place;
        }

        return DataFile.Write(key, bytes, CompressionLevel.SmallestSize, "indexed,");
    }
}
