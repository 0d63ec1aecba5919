using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>Writes the nodes that one node means, each reading what the one before gives.</summary>
internal sealed class SpelledNode(GraphProto graph, NodeProto node, int opset)
{
    /// <summary>Before this version a slice had its settings as attributes.</summary>
    private const int SettingsAsInputs = 10;

    private readonly List<TensorProto> _constants = [];

    /// <summary>The nodes so far.</summary>
    public List<NodeProto> Nodes { get; } = [];

    private string Last => Nodes.Count == 0 ? node.Input[0] : Nodes[^1].Output[0];

    /// <summary>A number among the settings, whole or not.</summary>
    public float Float(string name, float otherwise) =>
        Setting(name) is { } setting ? setting.Type == Kind.Int ? setting.I : setting.F : otherwise;

    /// <summary>Numbers among the settings; none where they aren't there.</summary>
    public float[] Floats(string name) => Setting(name) is { } setting ? [.. setting.Floats] : [];

    /// <summary>Whole numbers among the settings.</summary>
    public long[]? Longs(string name) => Setting(name) is { } setting ? [.. setting.Ints] : null;

    /// <summary>A text among the settings; empty where it isn't there.</summary>
    public string Text(string name) => Setting(name)?.S.ToStringUtf8() ?? "";

    /// <summary>All settings but some.</summary>
    public AttributeProto[] Others(params string[] names) => [.. node.Attribute.Where(attribute => !names.Contains(attribute.Name))];

    /// <summary>A constant of one number.</summary>
    public string Number(float value) => Constant([value], []);

    /// <summary>A constant.</summary>
    public string Constant(float[] values, int[] sizes)
    {
        var tensor = New(Type.Float, [.. sizes.Select(size => (long)size)]);
        tensor.FloatData.AddRange(values);
        return tensor.Name;
    }

    /// <summary>A node that reads what the last one gives, and others after it.</summary>
    public SpelledNode Then(string opType, params string[] others) => Then(opType, others, []);

    /// <summary>The same with settings, in a domain.</summary>
    public SpelledNode Then(string opType, string[] others, AttributeProto[] settings, string domain = "")
    {
        var next = new NodeProto { OpType = opType, Domain = domain, Name = node.Name };
        next.Input.AddRange([Last, .. others]);
        next.Output.Add($"{node.Output[0]}/{opType}{Nodes.Count}");
        next.Attribute.AddRange(settings.Select(setting => setting.Clone()));
        Nodes.Add(next);
        return this;
    }

    /// <summary>Adds a tensor, where there is one.</summary>
    public SpelledNode Add(string? tensor) => string.IsNullOrEmpty(tensor) ? this : Then("Add", tensor);

    /// <summary>Puts the axes in another order.</summary>
    public SpelledNode Turn(params long[] order) => Then("Transpose", [], [Ints("perm", order)]);

    /// <summary>Cuts out a part, in the form of the model's operator set.</summary>
    public SpelledNode Slice(long[] starts, long[] ends, long[] axes) => opset < SettingsAsInputs
        ? Then("Slice", [], [Ints("starts", starts), Ints("ends", ends), Ints("axes", axes)])
        : Then("Slice", Whole(starts), Whole(ends), Whole(axes));

    /// <summary>A matrix among the weights with its two axes swapped; null where there is none.</summary>
    public string? Swapped(string name)
    {
        if (graph.Initializer.FirstOrDefault(tensor => tensor.Name == name) is not { Dims.Count: 2 } matrix) return null;
        if (matrix.DataType != (int)Type.Float || TensorReader.IsExternal(matrix) || TensorReader.Read(matrix) is not { } read) return null;
        var (rows, columns) = ((int)matrix.Dims[0], (int)matrix.Dims[1]);
        return Constant(Importing.Permutation.Swap(read.Values, rows, columns), [columns, rows]);
    }

    /// <summary>The last node gives what the one did; true, so that it ends an expression.</summary>
    public bool End()
    {
        Nodes[^1].Output[0] = node.Output[0];
        graph.Initializer.AddRange(_constants);
        return true;
    }

    private string Whole(long[] values)
    {
        var tensor = New(Type.Int64, [values.Length]);
        tensor.Int64Data.AddRange(values);
        return tensor.Name;
    }

    private TensorProto New(Type type, long[] sizes)
    {
        var tensor = new TensorProto { Name = $"{node.Output[0]}/constant{_constants.Count}", DataType = (int)type };
        tensor.Dims.AddRange(sizes);
        _constants.Add(tensor);
        return tensor;
    }

    private static AttributeProto Ints(string name, long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = Kind.Ints };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    private AttributeProto? Setting(string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);
}
