using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Google.Protobuf;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

/// <summary>Writes small ONNX models, a node a line.</summary>
internal sealed class ModelBuilder
{
    private readonly Random _random = new(7);

    public ModelBuilder(int opset = 13)
    {
        Model = new ModelProto { IrVersion = 8, ProducerName = "tests", Graph = new GraphProto { Name = "small" } };
        Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
    }

    public ModelProto Model { get; }

    public ModelBuilder Input(params long[] sizes) => Input("image", Type.Float, sizes);

    /// <summary>Declares an input; a size below one is left open.</summary>
    public ModelBuilder Input(string name, Type type, params long[] sizes)
    {
        var shape = new TensorShapeProto();
        foreach (var size in sizes)
            shape.Dim.Add(size < 1 ? new TensorShapeProto.Types.Dimension { DimParam = "any" } : new() { DimValue = size });
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape };
        Model.Graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } });
        return this;
    }

    public ModelBuilder Output(params string[] names)
    {
        Model.Graph.Output.AddRange(names.Select(name => new ValueInfoProto { Name = name }));
        return this;
    }

    public ModelBuilder Floats(string name, long[] sizes, params float[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)Type.Float };
        tensor.Dims.AddRange(sizes);
        tensor.FloatData.AddRange(values);
        Model.Graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>Weights between -1 and 1, the same every time.</summary>
    public ModelBuilder Weights(string name, params long[] sizes) =>
        Floats(name, sizes, [.. Enumerable.Range(0, (int)sizes.Aggregate(1L, (a, b) => a * b))
            .Select(_ => (_random.NextSingle() * 2) - 1)]);

    /// <summary>Whole numbers of a few bits.</summary>
    public ModelBuilder Whole(string name, Type type, long[] sizes, params int[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type };
        tensor.Dims.AddRange(sizes);
        tensor.Int32Data.AddRange(values);
        Model.Graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>A step and a zero point, called <c>name/step</c> and <c>name/zero</c>.</summary>
    public ModelBuilder Step(string name, float step, int zero, Type type = Type.Uint8) =>
        Floats(name + "/step", [], step).Whole(name + "/zero", type, [], zero);

    /// <summary>Whole numbers of a type, the same every time, most of them between a tenth and nine tenths of its range.</summary>
    public ModelBuilder WholeWeights(string name, Type type, params long[] sizes)
    {
        var (low, high) = type == Type.Int8 ? (-127, 127) : (0, 255);
        return Whole(name, type, sizes, [.. Enumerable.Range(0, (int)sizes.Aggregate(1L, (a, b) => a * b))
            .Select(_ => _random.Next(low, high + 1))]);
    }

    /// <summary>Moves the node added last to another domain.</summary>
    public ModelBuilder Of(string domain)
    {
        Model.Graph.Node[^1].Domain = domain;
        if (Model.OpsetImport.All(set => set.Domain != domain)) Model.OpsetImport.Add(new OperatorSetIdProto
        {
            Domain = domain,
            Version = 1
        });
        return this;
    }

    public ModelBuilder Longs(string name, params long[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)Type.Int64 };
        tensor.Dims.Add(values.Length);
        tensor.Int64Data.AddRange(values);
        Model.Graph.Initializer.Add(tensor);
        return this;
    }

    public ModelBuilder Scalar(string name, long value)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)Type.Int64 };
        tensor.Int64Data.Add(value);
        Model.Graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>Adds a node; inputs and outputs are separated by spaces, and the node's name is its first output's unless given.</summary>
    public ModelBuilder Node(string opType, string inputs, string outputs, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = opType };
        node.Input.AddRange(inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name == "-" ? "" : name));
        node.Output.AddRange(outputs.Split(' '));
        node.Name = node.Output[0];
        foreach (var (name, value) in attributes)
        {
            var attribute = new AttributeProto { Name = name };
            if (value is int number) (attribute.Type, attribute.I) = (Kind.Int, number);
            else if (value is float real) (attribute.Type, attribute.F) = (Kind.Float, real);
            else if (value is string text) (attribute.Type, attribute.S) = (Kind.String, ByteString.CopyFromUtf8(text));
            else if (value is TensorProto tensor) (attribute.Type, attribute.T) = (Kind.Tensor, tensor);
            else
            {
                attribute.Type = Kind.Ints;
                attribute.Ints.AddRange(((int[])value).Select(item => (long)item));
            }

            node.Attribute.Add(attribute);
        }

        Model.Graph.Node.Add(node);
        return this;
    }

    /// <summary>Names the node added last.</summary>
    public ModelBuilder Named(string name)
    {
        Model.Graph.Node[^1].Name = name;
        return this;
    }

    public OnnxModel Load(ModelOptions? options = null) =>
        OnnxModel.Load(Model.ToByteArray(), new SourceSpan("models/small.onnx"), options ?? new());

    /// <summary>Loads a model that must be refused, and gives the one diagnostic.</summary>
    public Diagnostic Refused(ModelOptions? options = null) => Refused(Model.ToByteArray(), options);

    public static Diagnostic Refused(byte[] bytes, ModelOptions? options = null)
    {
        var error = Assert.Throws<DiagnosticException>(() => OnnxModel.Load(bytes, new SourceSpan("models/small.onnx"), options ?? new()));
        var diagnostic = Assert.Single(error.Diagnostics);
        Assert.Equal("models/small.onnx", diagnostic.Span?.Path);
        Assert.DoesNotContain('\n', diagnostic.Message);
        Assert.DoesNotContain("   at ", diagnostic.Message, StringComparison.Ordinal);
        return diagnostic;
    }
}
