using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Reading;

/// <summary>Tells the order of the input's axes from what reads it or, failing that, from where a number of channels could be.</summary>
internal static class LayoutGuess
{
    /// <summary>The likeliest order of the axes of an input with these sizes; below one is open.</summary>
    public static InputLayout Of(GraphProto graph, string input, long[] sizes)
    {
        var readers = graph.Node.Where(node => node.Input.Contains(input));
        if (readers.Any(node => OperatorCatalog.NeedsChannelsFirst(node.OpType))) return InputLayout.Nchw;
        if (readers.Any(IsToChannelsFirst)) return InputLayout.Nhwc;
        if (sizes[1] is 1 or 3) return InputLayout.Nchw;
        if (sizes[3] is 1 or 3) return InputLayout.Nhwc;
        return sizes[1] is < 1 or > 4 && sizes[3] is 2 or 4 ? InputLayout.Nhwc : InputLayout.Nchw;
    }

    private static bool IsToChannelsFirst(NodeProto node) =>
        node.Is("Transpose") && node.Attribute.Any(attribute => attribute.Name == "perm" && attribute.Ints.SequenceEqual([0, 3, 1, 2]));
}
