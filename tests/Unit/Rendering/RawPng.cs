using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Convscope.Tests.Unit.Rendering;

/// <summary>Writes PNG files of any kind by the book, apart from the writers under test.</summary>
internal static class RawPng
{
    /// <summary>A file whose rows are given with their filter bytes.</summary>
    public static byte[] Of(
        int width, int height, int depth, int colourType, byte[] rows, byte[]? palette = null, byte[]? transparency = null, byte[]? gamma =
            null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colourType);
        Chunk(file, "IHDR", header);
        if (gamma is not null) Chunk(file, "gAMA", gamma);
        if (palette is not null) Chunk(file, "PLTE", palette);
        if (transparency is not null) Chunk(file, "tRNS", transparency);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>One chunk: length, name, content and checksum.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        using var chunk = new MemoryStream();
        Chunk(chunk, type, data);
        return chunk.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
