namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>
/// Which source pixels an output pixel of one axis is made of, in whole-number shares of <see cref="Total"/>, so that scaling is
/// exact and the same on every machine.
/// </summary>
internal sealed class AreaWeights
{
    private AreaWeights(int total, Taps[] pixels) => (Total, Pixels) = (total, pixels);

    /// <summary>The sum of each output pixel's shares.</summary>
    public int Total { get; }

    /// <summary>The source pixels of each output pixel.</summary>
    public Taps[] Pixels { get; }

    /// <summary>The mean of the area that falls on each output pixel.</summary>
    public static AreaWeights Areas(Axis axis) => new(axis.Count, axis.Each(i => Area(axis.Count, axis.Size, i)));

    /// <summary>Where nobody names a filter: areas where it shrinks, linear between pixel centres where it grows.</summary>
    public static AreaWeights Usual(Axis axis) =>
        axis.Count >= axis.Size ? Areas(axis) : new(2 * axis.Size, axis.Each(i => Linear(axis.Count, axis.Size, i)));

    /// <summary>
    /// In units of 1/size of a source pixel, output pixel i covers [i·count, (i+1)·count) and source pixel s covers [s·size, (s+1)·size).
    /// </summary>
    private static Taps Area(int count, int size, int i)
    {
        long from = (long)i * count, to = from + count;
        int first = (int)(from / size), last = (int)((to - 1) / size);
        var shares = new int[last - first + 1];
        for (var s = first; s <= last; s++)
            shares[s - first] = (int)(Math.Min(to, (s + 1L) * size) - Math.Max(from, (long)s * size));
        return new(first, shares);
    }

    /// <summary>
    /// The centre of output pixel i lies at ((2i+1)·count - size) / (2·size) source pixels from the first centre; the edges repeat.
    /// </summary>
    private static Taps Linear(int count, int size, int i)
    {
        var centre = Math.Clamp((((2L * i) + 1) * count) - size, 0, 2L * size * (count - 1));
        var (first, rest) = ((int)(centre / (2L * size)), (int)(centre % (2L * size)));
        return rest == 0 ? new(first, [2 * size]) : new(first, [(2 * size) - rest, rest]);
    }
}
