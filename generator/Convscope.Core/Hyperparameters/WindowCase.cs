using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Operators;

namespace Convscope.Core.Hyperparameters;

/// <summary>
/// One choice of the five numbers that decide the size of an output: <c>floor((n + 2p - d(k - 1) - 1) / s) + 1</c>.
/// Square inputs and kernels, the same padding on every side.
/// </summary>
/// <param name="Input">Rows and columns of the input, n.</param>
/// <param name="Kernel">Rows and columns of the kernel, k.</param>
/// <param name="Padding">Rings of zeros around the input, p.</param>
/// <param name="Stride">Cells from one window to the next, s.</param>
/// <param name="Dilation">Cells from one weight to the next, d; 1 leaves no holes.</param>
public sealed record WindowCase(int Input, int Kernel, int Padding, int Stride, int Dilation)
{
    /// <summary>How the kernel slides along either axis.</summary>
    public Axis Axis => new(Kernel, Stride, Padding, Padding, Dilation);

    /// <summary>Rows of the input with its padding.</summary>
    public int Padded => Input + (2 * Padding);

    /// <summary>How many cells the kernel can move beyond its first place; negative where it doesn't fit.</summary>
    public int Room => Padded - Axis.Extent;

    /// <summary>Rows and columns of the output; null where the kernel doesn't fit.</summary>
    public int? Output => Room < 0 ? null : Axis.Output(Input);

    /// <summary>Rows at the end, padding included, that no window reaches because the stride doesn't divide the room.</summary>
    public int Leftover => Room < 0 ? 0 : Room % Stride;

    /// <summary>How many of the rows left over are of the input, and not of its padding.</summary>
    public int Lost => Math.Max(0, Leftover - Padding);

    /// <summary>Rows of the input that lie between cells that are read, and are never read.</summary>
    public int Skipped
    {
        get
        {
            if (Output is not { } output) return 0;
            var read = from o in Enumerable.Range(0, output)
                       from k in Enumerable.Range(0, Kernel)
                       select Axis.Start(o) + (k * Dilation);
            return Input - Lost - read.Where(row => row >= 0 && row < Input).Distinct().Count();
        }
    }

    /// <summary>The settings as the fragment of a URL, as the playground reads it.</summary>
    public string Fragment => string.Create(CultureInfo.InvariantCulture, $"n={Input}&k={Kernel}&p={Padding}&s={Stride}&d={Dilation}");

    /// <summary>What the combination does, or why it can't be, to be put into words. The playground's script says the same.</summary>
    public IReadOnlyList<WindowNote> Notes =>
        Output is { } output ? [.. Possible(output)] : [new("impossible", [Axis.Extent, Input, Padding])];

    private IEnumerable<WindowNote> Possible(int output)
    {
        yield return output == Input ? new("same", []) : new(output < Input ? "shrinks" : "grows", [Input, output]);
        if (Leftover > 0)
        {
            var which = Lost == 0 ? new WindowNote("only_padding", []) : Lost < Leftover
                ? new("partly_padding", [Lost, Leftover - Lost]) : null;
            yield return new("leftover", [Leftover, Room, Stride], which);
        }

        if (Skipped > 0) yield return new("skipped", [Skipped]);
        if (Padding >= Axis.Extent) yield return new("rim", []);
    }
}

/// <summary>One thing that can be said of a case: which, and with what numbers.</summary>
/// <param name="Key">Names the sentence.</param>
/// <param name="Values">Its numbers in order.</param>
/// <param name="Detail">What is said within it, after the numbers; or null.</param>
public sealed record WindowNote(string Key, ImmutableArray<int> Values, WindowNote? Detail = null);
