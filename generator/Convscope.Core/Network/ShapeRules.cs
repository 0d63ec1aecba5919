using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Operators;

namespace Convscope.Core.Network;

/// <summary>How a layer's size follows from its input's, in words with numbers.</summary>
public static class ShapeRules
{
    /// <summary>One sentence a side for a sliding window, one alike for both when they are; nothing for other operators.</summary>
    public static ImmutableArray<string> Of(NetworkGraph network, Layer layer)
    {
        if (layer.Operator is ConvTranspose op) return Both(Rule(op.Rows, network[layer.Inputs[0]].Shape.Height), Rule(op.Columns, network[layer.Inputs[0]].Shape.Width));
        var window = layer.Operator switch { Conv conv => conv.Window, Pool pool => pool.Window, _ => null };
        if (window is null || layer.Inputs.IsEmpty) return [];
        var input = network[layer.Inputs[0]].Shape;
        var rows = Rule(window.Rows, input.Height, layer.Shape.Height);
        var columns = Rule(window.Columns, input.Width, layer.Shape.Width);
        return Both(rows, columns);
    }

    private static ImmutableArray<string> Both(string rows, string columns) =>
        rows == columns ? [$"Each side: {rows}"] : [$"Rows: {rows}", $"Columns: {columns}"];

    private static string Rule(Spread axis, int input)
    {
        var kernel = axis.Dilation == 1 ? Invariant($"{axis.Kernel}") : Invariant($"{axis.Extent} (a kernel of {axis.Kernel}, spread by a dilation of {axis.Dilation})");
        var extra = axis.Extra == 0 ? "" : Invariant($" + {axis.Extra} of output padding");
        var cut = axis.Cut(input);
        var padding = cut == 0 ? "" : cut < 0 ? Invariant($" + {-cut} that nothing reaches") : Invariant($" − {axis.PadBegin} − {cut - axis.PadBegin} of padding");
        return Invariant($"({input} − 1) × {axis.Stride} + {kernel}{extra}{padding} = {axis.Size}.");
    }

    private static string Rule(Axis axis, int input, int output)
    {
        var padding = axis.PadBegin + axis.PadEnd == 0 ? "" : Invariant($" + {axis.PadBegin} + {axis.PadEnd} of padding");
        var kernel = axis.Dilation == 1 ? Invariant($"{axis.Kernel}") : Invariant($"{axis.Extent} (a kernel of {axis.Kernel}, spread by a dilation of {axis.Dilation})");
        var room = input + axis.PadBegin + axis.PadEnd - axis.Extent;
        var rounded = room % axis.Stride == 0 ? "" : room / axis.Stride + 1 == output ? ", rounded down before the 1 is added" : ", rounded up before the 1 is added";
        return Invariant($"({input}{padding} − {kernel}) ÷ {axis.Stride} + 1 = {output}{rounded}.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
