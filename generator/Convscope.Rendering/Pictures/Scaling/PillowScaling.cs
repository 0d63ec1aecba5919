namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>
/// Scales as PIL does, bit for bit: across first, then down, each weight a whole number of 1/2^22, and rounded to a byte between the two.
/// torchvision does the same with a picture that isn't a tensor yet.
/// </summary>
internal static class PillowScaling
{
    private const int FractionBits = 22;

    /// <summary>A triangle over two pixels.</summary>
    public static PillowKernel Bilinear { get; } = new(1, x => Math.Max(0, 1 - Math.Abs(x)));

    /// <summary>The cubic of Keys with a slope of -0.5, over four pixels.</summary>
    public static PillowKernel Bicubic { get; } = new(2, x => Cubic(Math.Abs(x)));

    /// <summary>Red, green, blue of the pixels that are wanted, row by row.</summary>
    public static byte[] Scale(FlatRows source, Axis columns, Axis lines, PillowKernel kernel)
    {
        var across = Weights(columns, kernel);
        var down = Weights(lines, kernel);
        var stride = across.Length * FlatRows.Channels;
        int first = down.Min(span => span.First), end = down.Max(span => span.First + span.Shares.Length);
        var rows = new byte[end - first][];
        var flat = new byte[source.Width * FlatRows.Channels];
        var output = new byte[stride * down.Length];
        var read = first;
        for (var y = 0; y < down.Length; y++)
        {
            for (var needed = down[y].First + down[y].Shares.Length; read < needed; read++)
            {
                source.Read(read, flat);
                Across(flat, across, rows[read - first] = new byte[stride]);
            }

            for (var gone = y > 0 ? down[y - 1].First : first; gone < down[y].First; gone++) rows[gone - first] = [];
            Down(rows, first, down[y], output.AsSpan(y * stride, stride));
        }

        return output;
    }

    private static void Across(byte[] row, Taps[] columns, byte[] result)
    {
        for (var x = 0; x < columns.Length; x++)
        {
            var (first, shares) = columns[x];
            int red = Half, green = Half, blue = Half;
            var at = first * FlatRows.Channels;
            foreach (var share in shares)
            {
                red += row[at++] * share;
                green += row[at++] * share;
                blue += row[at++] * share;
            }

            (result[x * 3], result[(x * 3) + 1], result[(x * 3) + 2]) = (ToByte(red), ToByte(green), ToByte(blue));
        }
    }

    private static void Down(byte[][] rows, int start, Taps line, Span<byte> result)
    {
        var sums = new int[result.Length];
        Array.Fill(sums, Half);
        for (var i = 0; i < line.Shares.Length; i++)
        {
            var (row, share) = (rows[line.First + i - start], line.Shares[i]);
            for (var x = 0; x < sums.Length; x++) sums[x] += row[x] * share;
        }

        for (var x = 0; x < sums.Length; x++) result[x] = ToByte(sums[x]);
    }

    private const int Half = 1 << (FractionBits - 1);

    private static byte ToByte(int sum) => (byte)Math.Clamp(sum >> FractionBits, 0, 255);

    /// <summary>The kernel widens as the picture shrinks, so that every source pixel counts; where it grows, it keeps its width.</summary>
    private static Taps[] Weights(Axis axis, PillowKernel kernel)
    {
        var scale = (double)axis.Count / axis.Size;
        var stretch = Math.Max(1, scale);
        return axis.Each(i =>
        {
            var (centre, reach) = ((i + 0.5) * scale, kernel.Reach * stretch);
            var first = Math.Max(0, (int)(centre - reach + 0.5));
            var end = Math.Min(axis.Count, (int)(centre + reach + 0.5));
            var weights = new double[end - first];
            for (var s = 0; s < weights.Length; s++) weights[s] = kernel.Of((s + first - centre + 0.5) * (1 / stretch));
            var sum = weights.Sum();
            return new Taps(first, [.. weights.Select(weight =>
                (int)Math.Round(weight / sum * (1 << FractionBits), MidpointRounding.AwayFromZero))]);
        });
    }

    private static double Cubic(double x)
    {
        const double slope = -0.5;
        if (x < 1) return ((((slope + 2) * x) - (slope + 3)) * x * x) + 1;
        return x < 2 ? ((((x - 5) * x) + 8) * x - 4) * slope : 0;
    }
}

/// <summary>How much a source pixel counts.</summary>
/// <param name="Reach">How far it reaches to each side, in pixels.</param>
/// <param name="Of">Its weight at a distance.</param>
internal sealed record PillowKernel(double Reach, Func<double, double> Of);
