using Convscope.Core.Tensors;

namespace Convscope.Inference.Reading;

/// <summary>Sizes of axes as ONNX writes them, batch axis included.</summary>
internal static class Shapes
{
    /// <summary>The most values a single tensor may have: one GiB of them in single precision.</summary>
    public const long Most = 1L << 28;

    /// <summary>How many values, or null when a size is negative or the product is beyond <see cref="Most"/>.</summary>
    public static long? Count(IReadOnlyList<long> sizes)
    {
        if (sizes.Any(size => size < 0)) return null;
        if (sizes.Contains(0)) return 0;
        long count = 1;
        foreach (var size in sizes)
        {
            if (size > Most / count) return null;
            count *= size;
        }

        return count;
    }

    /// <summary>The shape without its batch axis: a leading 1 of two axes or more. Null when there is nothing in it.</summary>
    public static Shape? WithoutBatch(IReadOnlyList<long> sizes)
    {
        if (Count(sizes) is not > 0) return null;
        int[] all = [.. sizes.Select(size => (int)size)];
        return all.Length > 1 && all[0] == 1 ? new(all.AsSpan(1)) : new(all);
    }
}
