using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>Settles the sizes of a model's input, and puts a reshape before an input that isn't a batch of maps.</summary>
internal static class PictureInput
{
    /// <summary>Changes a model so that it takes one picture of the input's shape.</summary>
    public static void Apply(GraphProto graph, GraphInput input, GraphChanges changes)
    {
        var declared = graph.Input.First(value => value.Name == input.Source);
        foreach (var output in graph.Output) output.Type = null;
        if (input.Batch > 1)
        {
            BatchOfOne(graph, input.Batch);
            changes.Add("batch-of-one", input.Source, $"takes one picture instead of {input.Batch}");
        }

        if (input.Name == input.Source)
        {
            declared.Type = Weights.TypeOf(input.Sizes);
            return;
        }

        graph.Input.Remove(declared);
        graph.Input.Insert(0, new ValueInfoProto { Name = input.Name, Type = Weights.TypeOf(input.Sizes) });
        var laid = input.Source;
        if (input.FileType != Type.Float)
        {
            // What is fed are whole numbers already.
            if (input.FileSizes.Length != 4) laid = $"{input.Source}/laid";
            var cast = new NodeProto { OpType = "Cast", Name = "bytes", Input = { laid == input.Source ? input.Name : laid } };
            cast.Output.Add(input.Source);
            cast.Attribute.Add(new AttributeProto { Name = "to", Type = AttributeProto.Types.AttributeType.Int, I = (long)input.FileType });
            graph.Node.Insert(0, cast);
            changes.Add("picture-input", input.Source, $"a picture in whole numbers: it takes {input.FileType.ToString()
                .ToLowerInvariant()}");
            if (input.FileSizes.Length == 4) return;
        }

        var shape = new TensorProto { Name = $"{input.Name}/shape", DataType = (int)Type.Int64 };
        shape.Dims.Add(input.FileSizes.Length);
        shape.Int64Data.AddRange(input.FileSizes);
        graph.Initializer.Add(shape);
        var reshape = new NodeProto { OpType = "Reshape", Name = "flatten" };
        reshape.Input.AddRange([input.Name, shape.Name]);
        reshape.Output.Add(laid);
        graph.Node.Insert(0, reshape);
        changes.Add("picture-input", input.Source, $"a picture of {input.Shape} is laid out as {string.Join(" × ", input.FileSizes)}");
    }

    /// <summary>Reshapes that name the batch name a batch of one.</summary>
    private static void BatchOfOne(GraphProto graph, long batch)
    {
        var shapes = graph.Node.Where(node => node.Is("Reshape") && node.Input.Count > 1).Select(node => node.Input[1])
            .ToHashSet(StringComparer.Ordinal);
        var constants = graph.Node.Where(node => node.Is("Constant") && shapes.Contains(node.Output[0])).SelectMany(node => node.Attribute)
            .Select(attribute => attribute.T).OfType<TensorProto>();
        foreach (var tensor in graph.Initializer.Where(tensor => shapes.Contains(tensor.Name)).Concat(constants))
        {
            if ((Type)tensor.DataType != Type.Int64 || TensorReader.Read(tensor) is not { Values.Length: > 1 } shape
                || shape.Values[0] != batch) continue;
            tensor.ClearRawData();
            tensor.Int64Data.Clear();
            tensor.Int64Data.AddRange(shape.Values.Select((size, axis) => axis == 0 ? 1L : (long)size));
        }
    }
}
