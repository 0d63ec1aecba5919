using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Processors without VNNI add up products of bytes and signed weights in pairs of 16 bits, and hold at 32767 what is larger, so that the
/// same file gives other sums on other machines. Between unsigned numbers no sum is held: what is signed is shifted by 128, its zero point
/// too.
/// </summary>
internal static class ExactProducts
{
    private const int Shift = 128;
    private const string Prefix = "convscope/unsigned/";

    /// <summary>Where operands and zero points stand among the inputs of a node.</summary>
    private sealed record Places(int Weights, int WeightsZero, int OutputZero);

    private static readonly Dictionary<string, Places> Sums = new(StringComparer.Ordinal)
    {
        ["QLinearConv"] = new(3, 5, 7), ["QLinearMatMul"] = new(3, 5, 7), ["QGemm"] = new(3, 5, 8), ["ConvInteger"] = new(1, 3, -1),
        ["MatMulInteger"] = new(1, 3, -1),
    };

    /// <summary>Changes a model, none of whose tensors gets other values.</summary>
    public static void Apply(ModelProto model)
    {
        var graph = model.Graph;
        var tensors = graph.Initializer.GroupBy(tensor => tensor.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Node.ToArray())
        {
            if (!Sums.TryGetValue(node.OpType, out var places) || !IsSigned(At(node, places.Weights), tensors)) continue;
            var isWhole = places.OutputZero < 0;
            var isSignedInput = IsSigned(At(node, 2), tensors);
            if (isSignedInput && (isWhole || !IsSigned(At(node, places.OutputZero), tensors))) continue;
            Replace(node, places.Weights, tensors, graph, added);
            Replace(node, places.WeightsZero, tensors, graph, added);
            if (!isSignedInput) continue;
            Replace(node, 2, tensors, graph, added);
            Replace(node, places.OutputZero, tensors, graph, added);
            Around(node, graph, added);
        }

        if (added.Count == 0) return;
        var sorted = NodeOrder.Sort(graph.Node);
        graph.Node.Clear();
        graph.Node.AddRange(sorted);
    }

    private static string At(NodeProto node, int place) => place >= 0 && place < node.Input.Count ? node.Input[place] : "";

    private static bool IsSigned(string name, Dictionary<string, TensorProto> tensors) =>
        tensors.TryGetValue(name, out var tensor) && (Type)tensor.DataType == Type.Int8;

    /// <summary>Lets a node read a constant, or a zero point that it leaves out, shifted.</summary>
    private static void Replace(NodeProto node, int place, Dictionary<string, TensorProto> tensors, GraphProto graph, HashSet<string> added)
    {
        while (node.Input.Count <= place) node.Input.Add("");
        var name = node.Input[place];
        node.Input[place] = Prefix + name;
        if (!added.Add(node.Input[place])) return;
        var shifted = new TensorProto { Name = node.Input[place], DataType = (int)Type.Uint8 };
        if (name.Length > 0) shifted.Dims.AddRange(tensors[name].Dims);
        shifted.Int32Data.AddRange(name.Length == 0 ? [Shift]
            : Reading.TensorReader.Read(tensors[name])!.Values.Select(value => (int)value + Shift));
        graph.Initializer.Add(shifted);
    }

    /// <summary>Shifts what a node reads before it, and what it gives back behind it.</summary>
    private static void Around(NodeProto node, GraphProto graph, HashSet<string> added)
    {
        var (read, given) = (node.Input[0], node.Output[0]);
        if (added.Add(Prefix + "step"))
        {
            graph.Initializer.Add(new TensorProto { Name = Prefix + "step", DataType = (int)Type.Float, FloatData = { 1 } });
            foreach (var (type, zero) in new[] { (Type.Int8, 0), (Type.Uint8, Shift), (Type.Uint8, 0), (Type.Int8, -Shift) })
                graph.Initializer.Add(new TensorProto { Name = $"{Prefix}{type}/{zero}", DataType = (int)type, Int32Data = { zero } });
        }

        node.Input[0] = Prefix + read;
        node.Output[0] = Prefix + given;
        if (added.Add(node.Input[0])) Convert(graph, read, $"{Type.Int8}/0", node.Input[0], $"{Type.Uint8}/{Shift}");
        Convert(graph, node.Output[0], $"{Type.Uint8}/0", given, $"{Type.Int8}/{-Shift}");
    }

    private static void Convert(GraphProto graph, string from, string fromZero, string to, string toZero)
    {
        var real = new NodeProto
        {
            OpType = "DequantizeLinear", Input = { from, Prefix + "step", Prefix + fromZero },
            Output = { $"{to}/real" }
        };
        graph.Node.Add(real);
        graph.Node.Add(new NodeProto
        {
            OpType = "QuantizeLinear", Input = { $"{to}/real", Prefix + "step", Prefix + toZero }, Output = { to },
        });
    }
}
