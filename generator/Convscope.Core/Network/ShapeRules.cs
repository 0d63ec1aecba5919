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
        var window = layer.Operator switch { Conv conv => conv.Window, Pool pool => pool.Window, _ => null };
        if (window is null || layer.Inputs.IsEmpty) return [];
        var input = network[layer.Inputs[0]].Shape;
        var rows = Rule(window.Rows, input.Height, layer.Shape.Height);
        var columns = Rule(window.Columns, input.Width, layer.Shape.Width);
        return rows == columns ? [$"Each side: {rows}"] : [$"Rows: {rows}", $"Columns: {columns}"];
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
