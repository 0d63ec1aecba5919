using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Inference.Importing;

/// <summary>Moves values between the two orders of axes.</summary>
internal static class Permutation
{
    /// <summary>From (H, W, C) to the shape's own (C, H, W).</summary>
    public static float[] ToChannelsFirst(ReadOnlySpan<float> values, Shape shape) =>
        Swap(values, shape.MapSize, shape.Units);

    /// <summary>From the shape's own (C, H, W) to (H, W, C).</summary>
    public static float[] ToChannelsLast(ReadOnlySpan<float> values, Shape shape) =>
        Swap(values, shape.Units, shape.MapSize);

    /// <summary>A constant that broadcasts over (N, H, W, C), made to broadcast over (N, C, H, W).</summary>
    public static Constant ToChannelsFirst(Constant constant)
    {
        int[] sizes = [.. Enumerable.Repeat(1, Math.Max(0, 4 - constant.Sizes.Count)), .. constant.Sizes];
        if (sizes.Length > 4 || sizes[0] != 1) throw new NotSupportedException("a constant with a batch axis");
        return new([1, sizes[3], sizes[1], sizes[2]], Swap(constant.Values, sizes[1] * sizes[2], sizes[3]));
    }

    /// <summary>The transpose of a row-major matrix.</summary>
    public static float[] Swap(ReadOnlySpan<float> values, int rows, int columns)
    {
        var swapped = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) swapped[(column * rows) + row] = values[(row * columns) + column];
        }

        return swapped;
    }
}
