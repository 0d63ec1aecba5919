using System.Collections.Immutable;

namespace Convscope.Core.Fields;

/// <summary>How the fields of the cells that read no padding move on along an axis: so many pixels each, in equal steps.</summary>
/// <param name="Size">Pixels, from the first to the last.</param>
/// <param name="Step">Pixels from one cell's to the next cell's.</param>
/// <param name="IsEverywhere">Whether no cell reads padding.</param>
public readonly record struct FieldStep(int Size, int Step, bool IsEverywhere)
{
    /// <summary>The rule of an axis; null where there is none.</summary>
    public static FieldStep? Of(ImmutableArray<AxisField> axis)
    {
        var runs = FieldRuns.Of(axis);
        var whole = runs.Where(run => (run[5] & FieldRuns.Padding) == 0).ToList();
        return whole is [var run] && run[2] == run[4] && run[3] >= run[1] ? new(run[3] - run[1] + 1, run[2], runs.Length == 1) : null;
    }
}
