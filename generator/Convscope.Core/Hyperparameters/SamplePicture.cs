namespace Convscope.Core.Hyperparameters;

/// <summary>A small picture of whole numbers, so that its sums can be checked in the head: a bright spot, off centre.</summary>
public static class SamplePicture
{
    /// <summary>The brightest value.</summary>
    public const int Brightest = 9;

    /// <summary>The picture at a size, row by row. The playground's script draws the same.</summary>
    public static int[] Of(int size)
    {
        var (top, left) = (size / 3, size / 2);
        int Value(int row, int column)
        {
            var distance = ((row - top) * (row - top)) + ((column - left) * (column - left));
            return Math.Max(0, Brightest - (3 * distance / size));
        }

        return [.. Enumerable.Range(0, size * size).Select(i => Value(i / size, i % size))];
    }

    /// <summary>A kernel that answers to brightness growing from left to right.</summary>
    public static int[] EdgeKernel(int size) => [.. Enumerable.Range(0, size * size).Select(i => Math.Sign((2 * (i % size)) - (size - 1)))];
}
