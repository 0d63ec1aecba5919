using System.Buffers;
using System.IO.Compression;

namespace Convscope.Rendering.Png;

/// <summary>Writes a picture of palette indices as a PNG with only the colours that occur, in as few bits a pixel as they need.</summary>
public static class IndexedPng
{
    /// <summary>Level 9 takes twice the time of 6 and saves nothing on maps; level 1 adds 40 % to them.</summary>
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 6 };

    /// <summary>Encodes one index a pixel, row by row.</summary>
    /// <param name="indices">Indices into the palette, <paramref name="width"/> × <paramref name="height"/> of them.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="paletteRgb">Red, green, blue of every colour; at most 256 colours.</param>
    /// <returns>The bytes of a PNG file, the same for the same arguments.</returns>
    /// <exception cref="ArgumentException">The number of indices isn't that of the pixels, or an index is beyond the palette.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> indices, int width, int height, ReadOnlySpan<byte> paletteRgb)
    {
        if (width < 1 || height < 1 || indices.Length != (long)width * height)
            throw new ArgumentException($"{indices.Length} indices for {width} × {height} pixels", nameof(indices));

        Span<byte> places = stackalloc byte[256];
        Span<byte> colours = stackalloc byte[256 * 3];
        var count = Compact(indices, paletteRgb, places, colours);
        var depth = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;

        var stride = 1 + (((width * depth) + 7) / 8);
        var rows = ArrayPool<byte>.Shared.Rent(stride * height);
        try
        {
            for (var y = 0; y < height; y++)
                Pack(indices.Slice(y * width, width), places, depth, rows.AsSpan(y * stride, stride));
            var data = Deflater.Deflate(rows.AsSpan(0, stride * height), Compression);
            var file = new byte[PngChunks.Fixed + PngChunks.Frame + (count * 3) + PngChunks.Frame + data.Length];
            var chunks = new PngChunks(file);
            chunks.Begin(width, height, (byte)depth, PngChunks.Indexed);
            chunks.Add("PLTE"u8, colours[..(count * 3)]);
            chunks.Add("IDAT"u8, data);
            chunks.End();
            return file;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rows);
        }
    }

    /// <summary>Finds the colours that occur, keeping their order; gives their number and fills in their new places.</summary>
    private static int Compact(ReadOnlySpan<byte> indices, ReadOnlySpan<byte> palette, Span<byte> places, Span<byte> colours)
    {
        places.Clear();
        foreach (var index in indices) places[index] = 1;
        var count = 0;
        for (var index = 0; index < 256; index++)
        {
            if (places[index] == 0) continue;
            if ((index * 3) + 3 > palette.Length)
                throw new ArgumentException($"index {index} of a palette of {palette.Length / 3} colours", nameof(indices));
            palette.Slice(index * 3, 3).CopyTo(colours[(count * 3)..]);
            places[index] = (byte)count++;
        }

        return count;
    }

    /// <summary>Writes a row: no filter, then pixels from the high bits of each byte down.</summary>
    private static void Pack(ReadOnlySpan<byte> indices, ReadOnlySpan<byte> places, int depth, Span<byte> row)
    {
        row.Clear();
        var pixels = row[1..];
        if (depth == 8)
        {
            for (var x = 0; x < indices.Length; x++) pixels[x] = places[indices[x]];
            return;
        }

        for (var x = 0; x < indices.Length; x++)
        {
            var bit = x * depth;
            pixels[bit >> 3] |= (byte)(places[indices[x]] << (8 - depth - (bit & 7)));
        }
    }
}
