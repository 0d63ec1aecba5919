using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// How a kernel slides along one axis: <c>input = output * stride - padBegin + k * dilation</c>
/// (https://onnx.ai/onnx/operators/onnx__Conv.html).
/// </summary>
public sealed record Axis(int Kernel, int Stride, int PadBegin, int PadEnd, int Dilation)
{
    /// <summary>How many cells of the input the kernel spans, holes included.</summary>
    public int Extent => ((Kernel - 1) * Dilation) + 1;

    /// <summary>Output size for an input size.</summary>
    /// <exception cref="ArgumentException">The kernel doesn't fit; the message says so in words.</exception>
    public int Output(int input, bool ceiling = false)
    {
        var room = input + PadBegin + PadEnd - Extent;

        // With rounding up, a window that is larger than all there is slides once, as long as it begins no step before.
        if (room < 0 && !(ceiling && room > -Stride))
            throw new ArgumentException(
                $"a kernel that spans {Extent} cells doesn't fit into {input} cells with padding {PadBegin} and {PadEnd}");
        var size = ((ceiling ? room + Stride - 1 : room) / Stride) + 1;

        // With rounding up, a last window that would start in the end padding is dropped.
        return ceiling && (size - 1) * Stride >= input + PadBegin ? size - 1 : size;
    }

    /// <summary>The first input cell of an output cell's window; negative in padding.</summary>
    public int Start(int output) => (output * Stride) - PadBegin;

    /// <summary>The input cells of an output cell's window, those in padding too.</summary>
    public AxisTaps Reads(int output) => new(Start(output), Kernel, Dilation);
}

/// <summary>
/// A sliding window over maps, read from the attributes that convolutions and pools share. Signals, units × columns, are maps of one row.
/// </summary>
public sealed record Window(Axis Rows, Axis Columns)
{
    /// <summary>Reads <c>kernel_shape</c>, <c>strides</c>, <c>pads</c>, <c>dilations</c> and <c>auto_pad</c>.</summary>
    /// <exception cref="NotSupportedException">The window has another number of axes than one or two, or than the input.</exception>
    public static Window From(NodeDescription node, int[]? kernel)
    {
        kernel = node.Ints("kernel_shape") ?? kernel;
        if (kernel is not { Length: 1 or 2 } || node.InputShapes[0].Sizes.Length != kernel.Length + 1) throw new NotSupportedException();
        var axes = kernel.Length;
        var strides = node.Ints("strides");
        var dilations = node.Ints("dilations");
        var pads = node.Ints("pads");
        var auto = node.Text("auto_pad", "NOTSET");
        int[] sizes = [.. node.InputShapes[0].Sizes.Skip(1)];
        Axis Make(int i)
        {
            var axis = new Axis(kernel[i], strides?[i] ?? 1, pads?[i] ?? 0, pads?[i + axes] ?? 0, dilations?[i] ?? 1);
            if (auto is not ("SAME_UPPER" or "SAME_LOWER")) return auto == "VALID" ? axis with { PadBegin = 0, PadEnd = 0 } : axis;
            var output = (sizes[i] + axis.Stride - 1) / axis.Stride;

            // As the runtime does it: a pool is padded as if it had no dilation, so that its output is smaller than its input, and below
            // zero where its steps are larger than its windows: then cells are left out at both ends. Of a convolution one less is.
            var isConv = node.OpType == "Conv";
            var total = ((output - 1) * axis.Stride) + (isConv ? axis.Extent : axis.Kernel) - sizes[i];
            if (isConv && total < 0) total++;
            var begin = auto == "SAME_UPPER" ? total / 2 : (total + 1) / 2;
            return axis with { PadBegin = begin, PadEnd = total - begin };
        }

        return axes == 1 ? new(new(1, 1, 0, 0, 1), Make(0)) : new(Make(0), Make(1));
    }

    /// <summary>The shape of so many units when the window slides over an input, with as many axes as the input has.</summary>
    public Shape Output(int units, Shape input, bool ceiling = false) => input.Sizes.Length == 2
        ? new(units, Columns.Output(input.Width, ceiling))
        : new(units, Rows.Output(input.Height, ceiling), Columns.Output(input.Width, ceiling));

    /// <summary>One window as large as a map.</summary>
    public static Window Over(Shape map) => new(new(map.Height, 1, 0, 0, 1), new(map.Width, 1, 0, 0, 1));

    /// <summary>Kernel, stride, padding and dilation for people, those that do nothing left out.</summary>
    public IReadOnlyList<Setting> Settings
    {
        get
        {
            var settings = new List<Setting>
            {
                new("kernel", Phrase.Sides(Rows.Kernel, Columns.Kernel)), new("stride", Phrase.Pair(Rows.Stride, Columns.Stride)),
            };
            if (Rows.PadBegin + Rows.PadEnd + Columns.PadBegin + Columns.PadEnd > 0)
            {
                var even = Rows.PadBegin == Rows.PadEnd && Columns.PadBegin == Columns.PadEnd;
                settings.Add(new("padding", even
                    ? Phrase.Pair(Rows.PadBegin, Columns.PadBegin)
                    : new("four_sides", Rows.PadBegin, Columns.PadBegin, Rows.PadEnd, Columns.PadEnd)));
            }

            if (Rows.Dilation > 1 || Columns.Dilation > 1) settings.Add(new("dilation", Phrase.Pair(Rows.Dilation, Columns.Dilation)));
            return settings;
        }
    }

    /// <summary>The window for the script: kernel, stride, padding at the beginning, dilation, rows before columns.</summary>
    public object Describe() => new
    {
        kernel = new[] { Rows.Kernel, Columns.Kernel }, stride = new[] { Rows.Stride, Columns.Stride },
        pad = new[] { Rows.PadBegin, Columns.PadBegin }, dilation = new[] { Rows.Dilation, Columns.Dilation },
    };

    private static string Pair(int rows, int columns) => rows == columns ? $"{rows}" : $"{rows} × {columns}";
}
