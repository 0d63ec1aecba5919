using Convscope.Inference.Onnx;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Operator sets before 7, which the runtime no longer knows whole, brought to 7: there a second operand of fewer axes was laid at an axis
/// that the node names, and nodes said whether they are trained. https://onnx.ai/onnx/operators/
/// </summary>
internal static class OlderSets
{
    private const int Oldest = 7;

    private static readonly string[] Dropped = ["consumed_inputs", "is_test", "broadcast"];

    private static readonly string[] Pairs = ["Add", "Sub", "Mul", "Div", "Pow", "And", "Or", "Xor", "Greater", "Less", "Equal"];

    /// <summary>Changes a model.</summary>
    public static void Apply(ModelProto model, GraphChanges changes)
    {
        var opset = Nodes.OpsetOf(model);
        if (opset is < 1 or >= Oldest) return;
        foreach (var node in model.Graph.Node.Where(node => Nodes.IsDefaultDomain(node.Domain)).ToArray()) Update(model.Graph, node, opset);
        foreach (var set in model.OpsetImport.Where(set => Nodes.IsDefaultDomain(set.Domain))) set.Version = Oldest;
        changes.Add("older-opset", $"opset {opset}", $"its nodes were written as in opset {Oldest}, the oldest that is run");
    }

    private static void Update(GraphProto graph, NodeProto node, int opset)
    {
        if (Pairs.Contains(node.OpType) && Whole(node, "broadcast", 0) == 1) LayAtAxis(graph, node);
        if (node.OpType == "Concat" && Attribute(node, "axis") is null) Add(node, "axis", 1);
        if (node.OpType == "Pad" && Attribute(node, "paddings") is { } pads) pads.Name = "pads";
        if (node.OpType == "Reshape" && opset < 5 && Attribute(node, "shape") is { } shape)
        {
            node.Input.Add(Shape(graph, node, [.. shape.Ints]));
            node.Attribute.Remove(shape);
        }

        foreach (var name in Dropped)
        {
            if (Attribute(node, name) is { } attribute) node.Attribute.Remove(attribute);
        }
    }

    /// <summary>The second operand gets the axes that follow the named one.</summary>
    private static void LayAtAxis(GraphProto graph, NodeProto node)
    {
        if (Attribute(node, "axis") is not { } axis) return;
        node.Attribute.Remove(axis);
        var (rank, sizes) = (RankOf(graph, node.Input[0], 0), SizesOf(graph, node.Input[1]));
        if (rank is not { } all || sizes is null) return;
        var behind = all - (int)(axis.I < 0 ? axis.I + all : axis.I) - sizes.Length;
        if (behind <= 0) return;
        var reshape = new NodeProto { OpType = "Reshape", Name = $"{Nodes.NameOf(node)}/axes" };
        reshape.Input.AddRange([node.Input[1], Shape(graph, node, [.. sizes, .. Enumerable.Repeat(1L, behind)])]);
        reshape.Output.Add($"{node.Output[0]}/laid");
        node.Input[1] = reshape.Output[0];
        graph.Node.Insert(graph.Node.IndexOf(node), reshape);
    }

    private static long[]? SizesOf(GraphProto graph, string name) =>
        graph.Initializer.FirstOrDefault(tensor => tensor.Name == name) is { } weight ? [.. weight.Dims]
        : graph.Node.FirstOrDefault(node => node.OpType == "Constant" && node.Output.Contains(name)) is { } constant
            ? Attribute(constant, "value")?.T is { } value ? [.. value.Dims] : null
        : null;

    /// <summary>How many axes a tensor has, from what makes it; null where nothing tells it.</summary>
    private static int? RankOf(GraphProto graph, string name, int depth)
    {
        if (SizesOf(graph, name) is { } sizes) return sizes.Length;
        if (graph.Input.Concat(graph.ValueInfo).FirstOrDefault(value => value.Name == name)?.Type?.TensorType?.Shape is { } shape)
            return shape.Dim.Count;
        if (depth > graph.Node.Count || graph.Node.FirstOrDefault(node => node.Output.Contains(name)) is not { Input.Count: > 0 } maker)
            return null;
        return maker.OpType switch
        {
            "Gemm" or "Flatten" => 2,
            "Reshape" when maker.Input.Count > 1 => SizesOf(graph, maker.Input[1]) is [var count] ? (int)count : null,
            _ => RankOf(graph, maker.Input[0], depth + 1),
        };
    }

    private static string Shape(GraphProto graph, NodeProto node, long[] sizes)
    {
        var tensor = new TensorProto { Name = $"{node.Output[0]}/shape", DataType = (int)Type.Int64 };
        tensor.Dims.Add(sizes.Length);
        tensor.Int64Data.AddRange(sizes);
        graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private static void Add(NodeProto node, string name, long value) =>
        node.Attribute.Add(new AttributeProto { Name = name, Type = Kind.Int, I = value });

    private static long Whole(NodeProto node, string name, long otherwise) => Attribute(node, name)?.I ?? otherwise;

    private static AttributeProto? Attribute(NodeProto node, string name) => node.Attribute.FirstOrDefault(one => one.Name == name);
}
