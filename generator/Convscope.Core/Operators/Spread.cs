namespace Convscope.Core.Operators;

/// <summary>
/// How a kernel is laid over the output along one axis, once for each cell of the input: the reverse of <see cref="Axis"/>,
/// <c>output = input * stride - padBegin + k * dilation</c> (https://onnx.ai/onnx/operators/onnx__ConvTranspose.html).
/// </summary>
/// <param name="Kernel">Weights along the axis.</param>
/// <param name="Stride">Cells of the output from one kernel to the next.</param>
/// <param name="PadBegin">Cells cut off the output before its first.</param>
/// <param name="Dilation">Cells from one weight to the next.</param>
/// <param name="Size">Cells of the output.</param>
public sealed record Spread(int Kernel, int Stride, int PadBegin, int Dilation, int Size)
{
    /// <summary>Cells that are added to the output at its end, which no kernel need reach.</summary>
    public int Extra { get; init; }

    /// <summary>How many cells of the output the kernel spans, holes included.</summary>
    public int Extent => ((Kernel - 1) * Dilation) + 1;

    /// <summary>Cells of the output between all kernels laid out and what is kept, at both ends; negative where some are added.</summary>
    public int Cut(int input) => ((input - 1) * Stride) + Extent + Extra - Size;

    /// <summary>At most how many weights reach one output cell: those of one phase of the stride.</summary>
    public int Most => Enumerable.Range(0, Stride).Max(phase => Reaching(phase).Count());

    /// <summary>
    /// Which weight k and which input cell reach an output cell, the input cells ascending; an input cell may lie beyond the edge.
    /// The script has a twin (<c>templates/widgets/conv-transpose/widget.js</c>): change both.
    /// </summary>
    public IEnumerable<(int K, int Input)> Reaching(int output)
    {
        for (var k = Kernel - 1; k >= 0; k--)
        {
            var at = output + PadBegin - (k * Dilation);
            if (at % Stride == 0) yield return (k, at / Stride);
        }
    }

    /// <summary>The input cells that reach an output cell, some beyond the edge; where both steps share factors not every one
    /// between.</summary>
    public AxisTaps Reads(int output)
    {
        var reaching = Reaching(output).Select(pair => pair.Input).ToList();
        return reaching.Count == 0 ? AxisTaps.None : new(reaching[0], reaching.Count, reaching.Count == 1 ? 1 : reaching[1] - reaching[0]);
    }
}
