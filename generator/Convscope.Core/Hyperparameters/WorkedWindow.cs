using System.Collections.Immutable;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Core.Hyperparameters;

/// <summary>A case worked out over <see cref="SamplePicture"/>: every cell of input, kernel and output, and one sum in full.</summary>
/// <param name="Case">The settings, which must be possible.</param>
/// <param name="Row">Row of the output cell whose sum is written out.</param>
/// <param name="Column">Its column.</param>
public sealed record WorkedWindow(WindowCase Case, int Row, int Column)
{
    /// <summary>The kernel, row by row.</summary>
    public ImmutableArray<int> Kernel { get; } = [.. SamplePicture.EdgeKernel(Case.Kernel)];

    /// <summary>The output, row by row.</summary>
    public ImmutableArray<int> Output { get; } = Sums(Case);

    /// <summary>The result of the sum that is written out.</summary>
    public int Result => Output[(Row * Case.Output!.Value) + Column];

    /// <summary>The input with its padding, row by row.</summary>
    public ImmutableArray<InputCell> Input
    {
        get
        {
            var picture = SamplePicture.Of(Case.Input);
            InputCell Cell(int row, int column)
            {
                var inside = row >= 0 && row < Case.Input && column >= 0 && column < Case.Input;
                return new(inside ? picture[(row * Case.Input) + column] : 0, !inside, Reads(row, Row) && Reads(column, Column));
            }

            return [.. Enumerable.Range(0, Case.Padded * Case.Padded)
                .Select(i => Cell((i / Case.Padded) - Case.Padding, (i % Case.Padded) - Case.Padding))];
        }
    }

    /// <summary>The terms of the sum, in the kernel's order.</summary>
    public ImmutableArray<WindowTerm> Terms =>
        [.. Input.Where(cell => cell.IsRead).Zip(Kernel, (cell, weight) => new WindowTerm(cell.Value, weight, cell.IsPadding))];

    private bool Reads(int input, int output)
    {
        var offset = input - Case.Axis.Start(output);
        return offset >= 0 && offset < Case.Axis.Extent && offset % Case.Dilation == 0;
    }

    private static ImmutableArray<int> Sums(WindowCase settings)
    {
        var conv = new Conv([.. SamplePicture.EdgeKernel(settings.Kernel).Select(weight => (float)weight)], [0], 1,
            new(settings.Axis, settings.Axis));
        var picture = new Tensor(new(1, settings.Input, settings.Input),
            [.. SamplePicture.Of(settings.Input).Select(value => (float)value)]);
        return [.. conv.Forward([picture])!.Select(sum => (int)sum)];
    }
}

/// <summary>A cell of the input with its padding.</summary>
/// <param name="Value">Its number; 0 in padding.</param>
/// <param name="IsPadding">Whether it lies outside the picture.</param>
/// <param name="IsRead">Whether the sum that is written out reads it.</param>
public readonly record struct InputCell(int Value, bool IsPadding, bool IsRead);

/// <summary>One product of a sum.</summary>
public readonly record struct WindowTerm(int X, int W, bool IsPadding);
