using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Answers;

/// <summary>A class for each place of a map.</summary>
/// <param name="Classes">The class of each place, row by row; of one channel 0 is no and 1 yes.</param>
/// <param name="Counts">How many places each class has.</param>
public sealed record ClassMask(ImmutableArray<int> Classes, ImmutableArray<int> Counts)
{
    /// <summary>Of several channels the largest at each place, the first of equal ones; of one whether it is at least the
    /// threshold.</summary>
    /// <param name="scores">(C, H, W).</param>
    /// <param name="threshold">For one channel.</param>
    public static ClassMask Of(Tensor scores, double threshold)
    {
        var (units, size) = (scores.Shape.Units, scores.Shape.MapSize);
        var classes = new int[size];
        var counts = new int[Math.Max(2, units)];
        for (var place = 0; place < size; place++)
        {
            if (units == 1) classes[place] = scores.Values[place] >= threshold ? 1 : 0;
            for (var unit = 1; unit < units; unit++)
            {
                if (scores.Values[(unit * size) + place] > scores.Values[(classes[place] * size) + place]) classes[place] = unit;
            }

            counts[classes[place]]++;
        }

        return new([.. classes], [.. counts]);
    }
}
