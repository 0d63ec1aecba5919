using System.Buffers;
using System.IO.Compression;

namespace Convscope.Rendering.Png;

/// <summary>Writes an opaque picture as a 24-bit PNG, with the filter on each row that leaves the least to compress.</summary>
public static class RgbPng
{
    private const int Channels = 3;

    private static readonly ZLibCompressionOptions Compression = new()
    {
        CompressionLevel = 9,
        CompressionStrategy = ZLibCompressionStrategy.Filtered,
    };

    /// <summary>Encodes red, green, blue, row by row.</summary>
    /// <returns>The bytes of a PNG file, the same for the same arguments.</returns>
    /// <exception cref="ArgumentException">The number of bytes isn't three a pixel.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> rgb, int width, int height)
    {
        if (width < 1 || height < 1 || rgb.Length != (long)width * height * Channels)
            throw new ArgumentException($"{rgb.Length} bytes for {width} × {height} pixels of three", nameof(rgb));

        var stride = width * Channels;
        var rows = ArrayPool<byte>.Shared.Rent((stride + 1) * height);
        try
        {
            var above = new byte[stride];
            var trial = new byte[stride + 1];
            for (var y = 0; y < height; y++)
            {
                var row = rgb.Slice(y * stride, stride);
                Best(row, y == 0 ? above : rgb.Slice((y - 1) * stride, stride), trial, rows.AsSpan(y * (stride + 1), stride + 1));
            }

            var data = Deflater.Deflate(rows.AsSpan(0, (stride + 1) * height), Compression);
            var file = new byte[PngChunks.Fixed + PngChunks.Frame + data.Length];
            var chunks = new PngChunks(file);
            chunks.Begin(width, height, 8, PngChunks.Truecolour);
            chunks.Add("IDAT"u8, data);
            chunks.End();
            return file;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rows);
        }
    }

    /// <summary>Writes the row under the filter whose differences are smallest in sum, as the PNG specification advises (12.7).</summary>
    private static void Best(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> trial, Span<byte> best)
    {
        var least = long.MaxValue;
        for (var filter = 0; filter <= 4; filter++)
        {
            var sum = Filter(filter, row, above, trial);
            if (sum >= least) continue;
            least = sum;
            trial.CopyTo(best);
        }
    }

    /// <summary>Applies one filter (PNG specification, clause 9) and sums the differences' sizes.</summary>
    private static long Filter(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> output)
    {
        output[0] = (byte)filter;
        long sum = 0;
        for (var x = 0; x < row.Length; x++)
        {
            int left = x < Channels ? 0 : row[x - Channels], up = above[x], corner = x < Channels ? 0 : above[x - Channels];
            var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
            var difference = (byte)(row[x] - guess);
            output[x + 1] = difference;
            sum += Math.Abs((int)(sbyte)difference);
        }

        return sum;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
