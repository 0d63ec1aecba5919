using System.Globalization;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Writes the body of a <c>Loop</c> as often as it runs, where that is a constant: so a module that is applied several times is drawn as
/// several layers that share their weights. https://onnx.ai/onnx/operators/onnx__Loop.html
/// </summary>
internal static class ConstantLoops
{
    private const int MostTurns = 64, MostNodes = 2000;

    /// <summary>Changes a model.</summary>
    public static void Apply(ModelProto model, GraphChanges changes)
    {
        var graph = model.Graph;
        for (var i = 0; i < graph.Node.Count;)
        {
            var node = graph.Node[i];
            if (!node.Is("Loop") || BodyOf(node) is not { } body || TurnsOf(graph, node, body) is not { } turns)
            {
                i++;
                continue;
            }

            graph.Node.RemoveAt(i);
            var at = i;
            foreach (var inner in Unrolled(graph, node, body, turns)) graph.Node.Insert(at++, inner);
            changes.Add("constant-loop", Nodes.NameOf(node), $"it always runs {turns} times: its body is written so often");
        }
    }

    private static GraphProto? BodyOf(NodeProto node) => node.Attribute.FirstOrDefault(attribute => attribute.Name == "body")?.G;

    /// <summary>How often the body runs; null where that is computed, or where each turn gives a part of an output.</summary>
    private static int? TurnsOf(GraphProto graph, NodeProto node, GraphProto body)
    {
        if (node.Input.Count < 2 || body.Input.Count != node.Input.Count || body.Output.Count != node.Output.Count + 1
            || body.Output.Count != body.Input.Count - 1) return null;
        if (node.Input[1].Length > 0 && Constant(graph, node.Input[1]) is not { Type: Type.Bool, Value: 1 }) return null;
        if (Constant(graph, node.Input[0]) is not { Type: Type.Int64, Value: > 0 and <= MostTurns and var turns }) return null;
        var isEndless = Same(body, body.Output[0].Name) == body.Input[1].Name
            || Constant(body, body.Output[0].Name) is { Type: Type.Bool, Value: 1 };
        return isEndless && turns * body.Node.Count <= MostNodes ? (int)turns : null;
    }

    private static string Same(GraphProto graph, string name)
    {
        while (graph.Node.FirstOrDefault(node => node.Output.Contains(name)) is { OpType: "Identity" } copy) name = copy.Input[0];
        return name;
    }

    private static (Type Type, long Value)? Constant(GraphProto graph, string name)
    {
        var tensor = graph.Initializer.FirstOrDefault(initializer => initializer.Name == name)
            ?? graph.Node.FirstOrDefault(node => node.Is("Constant") && node.Output.Contains(name))?.Attribute
                .FirstOrDefault(attribute => attribute.Name == "value")?.T;
        if (tensor is null || TensorReader.IsExternal(tensor)) return null;
        return TensorReader.Read(tensor) is { Values: [var value] } ? ((Type)tensor.DataType, (long)value) : null;
    }

    private static List<NodeProto> Unrolled(GraphProto graph, NodeProto node, GraphProto body, int turns)
    {
        var nodes = new List<NodeProto>();
        string[] carried = [.. node.Input.Skip(2)];
        var loop = Nodes.NameOf(node);
        foreach (var tensor in body.Initializer)
        {
            var moved = tensor.Clone();
            moved.Name = $"{loop}/{tensor.Name}";
            graph.Initializer.Add(moved);
        }

        for (var turn = 0; turn < turns; turn++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{loop}/{turn}");
            var names = body.Node.SelectMany(inner => inner.Output).Where(name => name.Length > 0).Distinct()
                .ToDictionary(name => name, name => $"{path}/{name}", StringComparer.Ordinal);
            foreach (var tensor in body.Initializer) names[tensor.Name] = $"{loop}/{tensor.Name}";
            names[body.Input[0].Name] = $"{path}/turn";
            names[body.Input[1].Name] = $"{path}/goes-on";
            for (var i = 0; i < carried.Length; i++) names[body.Input[i + 2].Name] = carried[i];
            graph.Initializer.Add(Scalar($"{path}/turn", Type.Int64, turn));
            graph.Initializer.Add(Scalar($"{path}/goes-on", Type.Bool, 1));
            var copy = body.Clone();
            Renaming.Apply(copy, names);
            foreach (var inner in copy.Node.Where(inner => inner.Name.Length > 0)) inner.Name = $"{path}/{inner.Name}";
            nodes.AddRange(copy.Node);
            carried = [.. copy.Output.Skip(1).Select(output => output.Name)];
        }

        for (var i = 0; i < node.Output.Count; i++)
        {
            if (node.Output[i].Length == 0) continue;
            nodes.Add(new NodeProto { OpType = "Identity", Name = node.Output[i], Input = { carried[i] }, Output = { node.Output[i] } });
        }

        return nodes;
    }

    private static TensorProto Scalar(string name, Type type, int value)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type };
        if (type == Type.Int64) tensor.Int64Data.Add(value);
        else tensor.Int32Data.Add(value);
        return tensor;
    }
}
