namespace Convscope.Rendering.Png;

/// <summary>The checksum of a PNG chunk, four bytes at a time (https://www.w3.org/TR/png-3/#D-CRCAppendix).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>For each of four positions, what a byte there does to the checksum.</summary>
    private static readonly uint[][] Tables = Make();

    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var (first, second, third, fourth) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var crc = uint.MaxValue;
        while (bytes.Length >= 4)
        {
            crc ^= bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16) | ((uint)bytes[3] << 24);
            crc = fourth[crc & 0xFF] ^ third[(crc >> 8) & 0xFF] ^ second[(crc >> 16) & 0xFF] ^ first[crc >> 24];
            bytes = bytes[4..];
        }

        foreach (var value in bytes) crc = first[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[][] Make()
    {
        var tables = Enumerable.Range(0, 4).Select(_ => new uint[256]).ToArray();
        for (uint value = 0; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            tables[0][value] = crc;
        }

        for (var position = 1; position < 4; position++)
        {
            for (var value = 0; value < 256; value++)
            {
                var before = tables[position - 1][value];
                tables[position][value] = (before >> 8) ^ tables[0][before & 0xFF];
            }
        }

        return tables;
    }
}
