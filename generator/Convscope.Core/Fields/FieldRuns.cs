using System.Collections.Immutable;

namespace Convscope.Core.Fields;

/// <summary>
/// An axis of a term in few numbers, for the script: runs of rows (or columns) whose first and last pixel move on in equal steps,
/// <c>[count, first, step of first, last, step of last, marks]</c>. Of a run that sees no pixel, last is before first.
/// </summary>
public static class FieldRuns
{
    /// <summary>The mark of a run that reads padding.</summary>
    public const int Padding = 1;

    /// <summary>The mark of a run between whose first and last pixel some are missing.</summary>
    public const int Gaps = 2;

    /// <summary>The runs of an axis, in order.</summary>
    public static ImmutableArray<int[]> Of(ImmutableArray<AxisField> axis)
    {
        var runs = ImmutableArray.CreateBuilder<int[]>();
        foreach (var (first, last, marks) in axis.Select(Ends))
        {
            if (runs.Count > 0 && Continues(runs[^1], first, last, marks)) continue;
            runs.Add([1, first, 0, last, 0, marks]);
        }

        return runs.ToImmutable();
    }

    private static (int First, int Last, int Marks) Ends(AxisField field)
    {
        var marks = (field.ReadsPadding ? Padding : 0) + (field.Pixels.HasGaps ? Gaps : 0);
        return field.Pixels.IsEmpty ? (0, -1, marks) : (field.Pixels.First, field.Pixels.Last, marks);
    }

    /// <summary>Makes a run one longer, if that is the next.</summary>
    private static bool Continues(int[] run, int first, int last, int marks)
    {
        if (run[5] != marks || run[3] < run[1] != last < first) return false;
        if (run[0] == 1) (run[2], run[4]) = (first - run[1], last - run[3]);
        if (run[1] + (run[0] * run[2]) != first || run[3] + (run[0] * run[4]) != last) return false;
        run[0]++;
        return true;
    }
}
