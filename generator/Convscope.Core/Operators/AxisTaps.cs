namespace Convscope.Core.Operators;

/// <summary>The indices along an axis of an input that one index of the output reads, in equal steps; those beyond the ends are
/// padding.</summary>
/// <param name="First">The first.</param>
/// <param name="Count">How many; none for 0.</param>
/// <param name="Step">From one to the next.</param>
public readonly record struct AxisTaps(int First, int Count = 1, int Step = 1)
{
    /// <summary>No index.</summary>
    public static AxisTaps None => default;

    /// <summary>All of an axis.</summary>
    public static AxisTaps All(int size) => new(0, size);

    /// <summary>From the first to the last, both read; none where the last comes before the first.</summary>
    public static AxisTaps Span(int first, int last) => last < first ? None : new(first, last - first + 1);

    /// <summary>The last.</summary>
    public int Last => First + ((Count - 1) * Step);
}
