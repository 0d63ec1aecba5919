namespace Convscope.Rendering.Pictures;

/// <summary>
/// Which source pixels an output pixel of one axis is made of, in whole-number shares of <see cref="Total"/>, so that scaling is
/// exact and the same on every machine. Shrinking averages the area that falls on the output pixel; enlarging interpolates
/// linearly between pixel centres; an unchanged size copies.
/// </summary>
internal sealed class Weights
{
    private Weights(int total, (int First, int[] Shares)[] pixels) => (Total, Pixels) = (total, pixels);

    /// <summary>The sum of each output pixel's shares.</summary>
    public int Total { get; }

    /// <summary>For each output pixel, the first source pixel and the shares from there on.</summary>
    public (int First, int[] Shares)[] Pixels { get; }

    /// <summary>What brings <paramref name="count"/> source pixels from <paramref name="start"/> on to <paramref name="size"/>.</summary>
    public static Weights Of(int start, int count, int size) =>
        count >= size
            ? new(count, [.. Enumerable.Range(0, size).Select(i => Area(start, count, size, i))])
            : new(2 * size, [.. Enumerable.Range(0, size).Select(i => Linear(start, count, size, i))]);

    /// <summary>
    /// In units of 1/size of a source pixel, output pixel i covers [i·count, (i+1)·count) and source pixel s covers [s·size, (s+1)·size).
    /// </summary>
    private static (int, int[]) Area(int start, int count, int size, int i)
    {
        long from = (long)i * count, to = from + count;
        int first = (int)(from / size), last = (int)((to - 1) / size);
        var shares = new int[last - first + 1];
        for (var s = first; s <= last; s++)
            shares[s - first] = (int)(Math.Min(to, (s + 1L) * size) - Math.Max(from, (long)s * size));
        return (start + first, shares);
    }

    /// <summary>
    /// The centre of output pixel i lies at ((2i+1)·count - size) / (2·size) source pixels from the first centre; the edges repeat.
    /// </summary>
    private static (int, int[]) Linear(int start, int count, int size, int i)
    {
        var centre = Math.Clamp((((2L * i) + 1) * count) - size, 0, 2L * size * (count - 1));
        var (first, rest) = ((int)(centre / (2L * size)), (int)(centre % (2L * size)));
        return rest == 0 ? (start + first, [2 * size]) : (start + first, [(2 * size) - rest, rest]);
    }
}
