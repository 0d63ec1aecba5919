namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>
/// Scales as OpenCV does with bytes, bit for bit: between two neighbouring rows and columns, with weights of whole 1/2048. Nothing is
/// averaged, so that of a large picture most pixels don't count. TensorFlow's bilinear is the same as <see cref="Linear"/> but for
/// rounding.
/// </summary>
internal static class OpenCvScaling
{
    private const int One = 1 << 11;

    /// <summary>Finds a place between two pixels: the first of them, and how far it lies towards the next.</summary>
    /// <param name="i">Index of the output pixel.</param>
    /// <param name="growth">Output pixels a source pixel.</param>
    public delegate (int First, float Part) Placing(int i, double growth);

    /// <summary><c>INTER_LINEAR</c>: the middle of the output pixel.</summary>
    public static (int First, float Part) Linear(int i, double growth)
    {
        var place = (float)(((i + 0.5) * (1 / growth)) - 0.5);
        var first = (int)MathF.Floor(place);
        return (first, place - first);
    }

    /// <summary><c>INTER_AREA</c> where a side grows: the share of the output pixel that lies beyond the source pixel that it begins
    /// in.</summary>
    public static (int First, float Part) Share(int i, double growth)
    {
        var first = (int)Math.Floor(i * (1 / growth));
        var part = (float)(i + 1 - ((first + 1) * growth));
        return (first, part <= 0 ? 0 : part - MathF.Floor(part));
    }

    /// <summary>Red, green, blue of the pixels that are wanted, row by row.</summary>
    public static byte[] Scale(FlatRows source, Axis columns, Axis lines, Placing placing)
    {
        var across = Weights(columns, placing, isClamped: true);
        var down = Weights(lines, placing, isClamped: false);
        var stride = across.Length * FlatRows.Channels;
        var flat = new byte[source.Width * FlatRows.Channels];
        var output = new byte[stride * down.Length];
        var kept = new Dictionary<int, int[]>();
        for (var y = 0; y < down.Length; y++)
        {
            var (first, shares) = down[y];
            int[] Row(int row) => kept.TryGetValue(row, out var values) ? values : kept[row] = Read(Math.Clamp(row, 0, source.Height - 1));
            var (above, below) = (Row(first), Row(first + 1));
            foreach (var gone in kept.Keys.Where(row => row < first).ToArray()) kept.Remove(gone);
            for (var x = 0; x < stride; x++)
            {
                var sum = ((shares[0] * (above[x] >> 4)) >> 16) + ((shares[1] * (below[x] >> 4)) >> 16);
                output[(y * stride) + x] = (byte)((sum + 2) >> 2);
            }
        }

        return output;

        int[] Read(int row)
        {
            source.Read(row, flat);
            return Across(flat, across);
        }
    }

    private static int[] Across(byte[] row, Taps[] columns)
    {
        var result = new int[columns.Length * FlatRows.Channels];
        for (var i = 0; i < result.Length; i++)
        {
            var (first, shares) = columns[i / FlatRows.Channels];
            var at = (first * FlatRows.Channels) + (i % FlatRows.Channels);
            var next = Math.Min(at + FlatRows.Channels, row.Length - FlatRows.Channels + (i % FlatRows.Channels));
            result[i] = (row[at] * shares[0]) + (row[next] * shares[1]);
        }

        return result;
    }

    /// <summary>Places are in single precision, as OpenCV's: the last digit decides where a weight is rounded to.</summary>
    private static Taps[] Weights(Axis axis, Placing placing, bool isClamped) => axis.Each(i =>
    {
        var (first, part) = placing(i, (double)axis.Size / axis.Count);
        if (isClamped && first < 0) (first, part) = (0, 0);
        if (isClamped && first >= axis.Count - 1) (first, part) = (axis.Count - 1, 0);
        return new Taps(first, [Weight(1 - part), Weight(part)]);
    });

    private static int Weight(float part) => (int)MathF.Round(part * One, MidpointRounding.ToEven);
}
