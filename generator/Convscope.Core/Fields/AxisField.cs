using System.Collections.Immutable;
using Convscope.Core.Operators;

namespace Convscope.Core.Fields;

/// <summary>What one row of a map, or one column, sees along one axis of the picture.</summary>
/// <param name="Pixels">The rows or columns of the picture.</param>
/// <param name="ReadsPadding">Whether it or a layer before it reads padding on the way.</param>
public readonly record struct AxisField(PixelSet Pixels, bool ReadsPadding)
{
    /// <summary>What padding sees.</summary>
    public static readonly AxisField Padding = new(default, true);

    /// <summary>True where no cell of the input is read, not even of its padding.</summary>
    public bool ReadsNothing => Pixels.IsEmpty && !ReadsPadding;

    /// <summary>What both see together.</summary>
    public static AxisField operator |(AxisField left, AxisField right) =>
        new(left.Pixels | right.Pixels, left.ReadsPadding || right.ReadsPadding);

    /// <summary>The axis of a layer that reads an axis of another.</summary>
    public static ImmutableArray<AxisField> Through(ImmutableArray<AxisField> input, Func<int, AxisTaps> reads, int size)
    {
        var fields = ImmutableArray.CreateBuilder<AxisField>(size);
        var before = AxisTaps.None;
        for (var i = 0; i < size; i++)
        {
            var taps = reads(i);
            fields.Add(i > 0 && taps == before ? fields[i - 1] : Union(input, taps));
            before = taps;
        }

        return fields.MoveToImmutable();
    }

    /// <summary>What some of an axis sees together; beyond its ends is padding.</summary>
    public static AxisField Union(ImmutableArray<AxisField> axis, AxisTaps taps)
    {
        var all = default(AxisField);
        for (int k = 0, at = taps.First; k < taps.Count; k++, at += taps.Step) all |= at >= 0 && at < axis.Length ? axis[at] : Padding;
        return all;
    }
}
