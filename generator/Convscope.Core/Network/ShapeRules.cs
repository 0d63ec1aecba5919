using System.Collections.Immutable;
using Convscope.Core.Operators;

namespace Convscope.Core.Network;

/// <summary>How a layer's size follows from its input's, in words with numbers; the words are those of the one who asks.</summary>
public static class ShapeRules
{
    /// <summary>One sentence a side for a sliding window, one alike for both when they are; nothing for other operators.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="say">Gives the sentence of a key, <c>window</c>, with its numbers and texts in place.</param>
    public static ImmutableArray<string> Of(NetworkGraph network, Layer layer, Func<string, object[], string> say)
    {
        if (layer.Operator is ISpreads op)
            return Both(Rule(op.Rows, network[layer.Inputs[0]].Shape.Height, say),
            Rule(op.Columns, network[layer.Inputs[0]].Shape.Width, say), say);
        if (layer.Inputs.IsEmpty || layer.Operator is not IHasWindow { Window: var window }) return [];
        var input = network[layer.Inputs[0]].Shape;
        var rows = Rule(window.Rows, input.Height, layer.Shape.Height, say);
        var columns = Rule(window.Columns, input.Width, layer.Shape.Width, say);
        return Both(rows, columns, say);
    }

    private static ImmutableArray<string> Both(string rows, string columns, Func<string, object[], string> say) =>
        rows == columns ? [say("side", [rows])] : [say("rows", [rows]), say("columns", [columns])];

    private static string Rule(Spread axis, int input, Func<string, object[], string> say)
    {
        var kernel = axis.Dilation == 1 ? (object)axis.Kernel : say("dilated", [axis.Extent, axis.Kernel, axis.Dilation]);
        var extra = axis.Extra == 0 ? "" : say("extra", [axis.Extra]);
        var cut = axis.Cut(input);
        var padding = cut == 0 ? "" : cut < 0 ? say("unreached", [-cut]) : say("cut", [axis.PadBegin, cut - axis.PadBegin]);
        return say("transpose", [input, axis.Stride, kernel, extra, padding, axis.Size]);
    }

    private static string Rule(Axis axis, int input, int output, Func<string, object[], string> say)
    {
        var padding = axis.PadBegin + axis.PadEnd == 0 ? "" : say("padding", [axis.PadBegin, axis.PadEnd]);
        var kernel = axis.Dilation == 1 ? (object)axis.Kernel : say("dilated", [axis.Extent, axis.Kernel, axis.Dilation]);
        var room = input + axis.PadBegin + axis.PadEnd - axis.Extent;
        var rounded = room % axis.Stride == 0 ? "" : room / axis.Stride + 1 == output ? say("down", []) : say("up", []);
        return say("window", [input, padding, kernel, axis.Stride, output, rounded]);
    }
}
