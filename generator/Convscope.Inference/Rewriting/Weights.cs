using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Takes the weights out of a model: each is kept once, in single precision, for the operators and the runtime alike, to which
/// large ones are fed as inputs. So the model itself is small and can be rewritten and loaded again at no cost.
/// </summary>
internal sealed class Weights
{
    /// <summary>Smaller constants stay in the model: a shape or an axis must be known while it loads.</summary>
    private const int Small = 1024;

    /// <summary>So do the matrices of dense layers, which the runtime packs beforehand and multiplies faster, unless memory says
    /// no.</summary>
    private const int SmallMatrix = 1 << 22;

    /// <summary>3 GB of them in single precision.</summary>
    private const long Most = 800_000_000;

    private const long MostInlineBytes = 1 << 28;

    private readonly Dictionary<string, Constant> _constants = new(StringComparer.Ordinal);
    private readonly SourceSpan _file;
    private readonly ExternalData _external;
    private readonly List<string> _names = [];
    private readonly List<(float[] Values, long[] Sizes)> _fed = [];
    private long _total;

    private Weights(string? folder, SourceSpan file) => (_file, _external) = (file, new(folder, file));

    /// <summary>Every constant that is made of numbers, by its name.</summary>
    public IReadOnlyDictionary<string, Constant> Constants => _constants;

    /// <summary>Names of those that are fed.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Those that are fed, in the order of their names, for one run. They hold their memory in its place until they are
    /// disposed.</summary>
    public OrtValue[] Feed() => [.. _fed.Select(fed => OrtValue.CreateTensorValueFromMemory(fed.Values, fed.Sizes))];

    /// <summary>Takes the weights out of a model, which is changed.</summary>
    /// <exception cref="DiagnosticException">CS1102 when they are too many, or what lies beside the model can't be read.</exception>
    public static Weights Take(ModelProto model, string? folder, SourceSpan file)
    {
        var weights = new Weights(folder, file);
        foreach (var tensor in Nodes(model)) weights.Inline(tensor);
        foreach (var tensor in model.Graph.Initializer.ToArray()) weights.Take(model.Graph, tensor);
        DivergedWeights.Refuse(model.Graph, weights.Constants, file);
        return weights;
    }

    /// <summary>Tensors that stand in nodes. They are told apart by reference: by value, every weight would be read for its hash.</summary>
    private static IEnumerable<TensorProto> Nodes(ModelProto model) =>
        Onnx.Nodes.Tensors(model.Graph).Except<TensorProto>(model.Graph.Initializer, ReferenceEqualityComparer.Instance);

    private void Take(GraphProto graph, TensorProto tensor)
    {
        if (!Numbers.IsReal((Type)tensor.DataType))
        {
            Inline(tensor);
            if (TensorReader.Read(tensor) is { } constant) _constants[tensor.Name] = constant;
            return;
        }

        var count = TensorReader.CountOf(tensor, _file);
        _total += count;
        if (_total > Most) throw ModelText.Unsupported($"the model holds more than {Most:n0} weights, which is more than can be shown",
            _file);
        var values = TensorReader.IsExternal(tensor) ? ReadExternal(tensor, count) : TensorReader.Read(tensor)!.Values;
        _constants[tensor.Name] = new([.. tensor.Dims.Select(size => (int)size)], values);
        if (count < (tensor.Dims.Count == 2 ? SmallMatrix : Small))
        {
            if ((Type)tensor.DataType != Type.Float || TensorReader.IsExternal(tensor)) SinglePrecision.Set(tensor, values);
            return;
        }

        SinglePrecision.Set(tensor, []);
        graph.Initializer.Remove(tensor);
        Declare(graph, tensor);
        _names.Add(tensor.Name);
        _fed.Add((values, [.. tensor.Dims]));
    }

    /// <summary>Makes a weight an input; older files list it as one already.</summary>
    private static void Declare(GraphProto graph, TensorProto tensor)
    {
        var listed = graph.Input.FirstOrDefault(input => input.Name == tensor.Name);
        if (listed is null) graph.Input.Add(listed = new ValueInfoProto { Name = tensor.Name });
        listed.Type = TypeOf(tensor.Dims);
    }

    /// <summary>The type of single-precision tensors with these sizes.</summary>
    public static TypeProto TypeOf(IEnumerable<long> sizes)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(sizes.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new() { TensorType = new() { ElemType = (int)Type.Float, Shape = shape } };
    }

    private float[] ReadExternal(TensorProto tensor, long count)
    {
        var type = (Type)tensor.DataType;
        var width = Numbers.Width(type)!.Value;
        var values = new float[count];
        _external.Read(tensor, count * width, (offset, piece) =>
            Numbers.Convert(type, piece.Span, values.AsSpan((int)(offset / width), piece.Length / width)));
        return values;
    }

    private void Inline(TensorProto tensor)
    {
        if (!TensorReader.IsExternal(tensor)) return;
        var length = TensorReader.CountOf(tensor, _file) * (Numbers.Width((Type)tensor.DataType) ?? MostInlineBytes);
        if (length > MostInlineBytes) throw ModelText.Unsupported($"{TensorReader.NameOf(tensor)} can't be read from a second file", _file);
        var bytes = new byte[length];
        _external.Read(tensor, length, (offset, piece) => piece.CopyTo(bytes.AsMemory((int)offset)));
        tensor.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
        tensor.ClearDataLocation();
        tensor.ExternalData.Clear();
    }
}
