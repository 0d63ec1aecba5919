using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Lets a model that computes in float16, bfloat16 or float64 compute in float32, so that what is recorded can be recomputed.
/// Half-precision weights keep their values exactly.
/// </summary>
internal static class SinglePrecision
{
    private static readonly string[] TypeAttributes = ["to", "dtype", "output_dtype"];

    /// <summary>Changes a model whose weights are single already.</summary>
    /// <param name="model">The model.</param>
    /// <param name="types">The types of its weights before they were taken out.</param>
    /// <param name="changes">Told once.</param>
    public static void Apply(ModelProto model, IEnumerable<Type> types, GraphChanges changes)
    {
        var found = types.Where(IsOther).ToHashSet();
        Widen(model.Graph, found);
        foreach (var function in model.Functions) Widen(function.Node, found);
        if (found.Count == 0) return;
        var names = string.Join(" and ", found.Order().Select(type => type.ToString().ToLowerInvariant()));
        changes.Add("single-precision", model.Graph.Name, $"computed in float32 instead of {names}");
    }

    /// <summary>Replaces a tensor's values, of whatever type, by single-precision ones.</summary>
    public static void Set(TensorProto tensor, float[] values)
    {
        tensor.DataType = (int)Type.Float;
        tensor.ClearRawData();
        tensor.ClearDataLocation();
        tensor.ExternalData.Clear();
        tensor.DoubleData.Clear();
        tensor.Int32Data.Clear();
        tensor.FloatData.Clear();
        tensor.FloatData.AddRange(values);
    }

    private static bool IsOther(Type type) => Numbers.IsReal(type) && type != Type.Float;

    private static void Widen(GraphProto graph, HashSet<Type> found)
    {
        foreach (var value in graph.Input.Concat(graph.Output))
        {
            if (value.Type?.TensorType is not { } type || !IsOther((Type)type.ElemType)) continue;
            found.Add((Type)type.ElemType);
            type.ElemType = (int)Type.Float;
        }

        foreach (var tensor in graph.Initializer) Widen(tensor, found);
        Widen(graph.Node, found);
        graph.ValueInfo.Clear();
    }

    private static void Widen(IEnumerable<NodeProto> nodes, HashSet<Type> found)
    {
        foreach (var attribute in nodes.SelectMany(node => node.Attribute))
        {
            if (TypeAttributes.Contains(attribute.Name) && attribute.HasI && IsOther((Type)attribute.I))
            {
                found.Add((Type)attribute.I);
                attribute.I = (int)Type.Float;
            }

            if (attribute.T is not null) Widen(attribute.T, found);
            foreach (var tensor in attribute.Tensors) Widen(tensor, found);
            if (attribute.G is not null) Widen(attribute.G, found);
            foreach (var graph in attribute.Graphs) Widen(graph, found);
        }
    }

    private static void Widen(TensorProto tensor, HashSet<Type> found)
    {
        if (!IsOther((Type)tensor.DataType) || TensorReader.IsExternal(tensor)) return;
        found.Add((Type)tensor.DataType);
        Set(tensor, TensorReader.Read(tensor)!.Values);
    }
}
