namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>Scales in whole numbers across, then down, and rounds once. A row is scaled across when first needed and kept while neighbours
/// need it.</summary>
internal static class AreaScaling
{
    /// <summary>Red, green, blue of the pixels that are wanted, row by row.</summary>
    public static byte[] Scale(FlatRows source, AreaWeights columns, AreaWeights rows)
    {
        var stride = columns.Pixels.Length * FlatRows.Channels;
        var output = new byte[stride * rows.Pixels.Length];
        var flat = new byte[source.Width * FlatRows.Channels];
        var sums = new long[stride];
        var kept = new Line[] { new(stride), new(stride) };
        var total = (long)columns.Total * rows.Total;
        for (var y = 0; y < rows.Pixels.Length; y++)
        {
            var (first, shares) = rows.Pixels[y];
            Array.Clear(sums);
            for (var i = 0; i < shares.Length; i++)
            {
                var line = kept[(first + i) & 1];
                if (line.Row != first + i)
                {
                    source.Read(first + i, flat);
                    Across(flat, columns, line.Values);
                    line.Row = first + i;
                }

                for (var x = 0; x < stride; x++) sums[x] += line.Values[x] * shares[i];
            }

            for (var x = 0; x < stride; x++) output[(y * stride) + x] = (byte)((sums[x] + (total / 2)) / total);
        }

        return output;
    }

    private static void Across(byte[] row, AreaWeights columns, long[] sums)
    {
        for (var x = 0; x < columns.Pixels.Length; x++)
        {
            var (first, shares) = columns.Pixels[x];
            long red = 0, green = 0, blue = 0;
            var at = first * FlatRows.Channels;
            foreach (var share in shares)
            {
                red += (long)row[at++] * share;
                green += (long)row[at++] * share;
                blue += (long)row[at++] * share;
            }

            (sums[x * 3], sums[(x * 3) + 1], sums[(x * 3) + 2]) = (red, green, blue);
        }
    }

    private sealed class Line(int length)
    {
        public int Row { get; set; } = -1;

        public long[] Values { get; } = new long[length];
    }
}
