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

    /// <summary>What the combination does, or why it can't be, in words. The playground's script says the same.</summary>
    public string Words => string.Join(' ', Output is { } output ? Notes(output) : Problem());

    private IEnumerable<string> Problem()
    {
        var message = "";
        try
        {
            Axis.Output(Input);
        }
        catch (ArgumentException e)
        {
            message = e.Message;
        }

        yield return $"Impossible: {message}.";
        yield return "Enlarge the input or the padding, or shrink the kernel or the dilation.";
    }

    private IEnumerable<string> Notes(int output)
    {
        if (output == Input) yield return "The output is as large as the input.";
        else yield return $"Each side {(output < Input ? "shrinks" : "grows")} from {Input} to {output}.";
        if (Leftover > 0)
        {
            var which = Lost == 0 ? "; they hold only padding" : Lost < Leftover ? $"; of these, {Lost} of the input and {Leftover - Lost} of padding" : "";
            yield return $"The stride doesn't divide: {Room} / {Stride} leaves {Leftover}, so the last {Lines(Leftover)} are never read{which}.";
        }

        if (Skipped > 0) yield return $"The windows step over {(Skipped == 1 ? "1 row and 1 column" : Lines(Skipped))} of the input, never read.";
        if (Padding >= Axis.Extent) yield return "Windows at the rim see nothing but padding.";
    }

    private static string Lines(int count) => count == 1 ? "row and column" : $"{count} rows and columns";
}
