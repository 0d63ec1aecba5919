using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;

namespace Convscope.Inference.Importing;

/// <summary>What the steps of an import read and write: the file's graph, the probe, and the layers made so far.</summary>
internal sealed class Import
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NodeProto>> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeProto> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recording> _byLayer = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs;
    private readonly HashSet<string> _fixed;

    public Import(ModelProto model, IReadOnlyDictionary<string, Constant> constants, GraphInput input, IFindings probe,
        ModelOptions options, GraphChanges changes, SourceSpan file)
    {
        (Probe, Options, Changes, File) = (probe, options, changes, file);
        Constants = constants;
        Opset = Nodes.OpsetOf(model);
        _fixed = model.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        _outputs = model.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, constant) in constants) _values[name] = new Known(constant);
        foreach (var node in model.Graph.Node)
        {
            foreach (var output in node.Output) _makers.TryAdd(output, node);
            foreach (var name in Nodes.Reads(node)) (_readers.TryGetValue(name, out var list) ? list : _readers[name] = []).Add(node);
        }

        var layer = new Layer(NextId, input.Source, new Input(input.Shape), [], input.Shape);
        Remember(new(layer, input.Name, input.Layout));
        _values[input.Name] = new Flow(layer.Id, input.Shape, input.Layout);
        if (input.FileSizes.Length == 4) _values[input.Source] = _values[input.Name];
    }

    public IFindings Probe { get; }

    public ModelOptions Options { get; }

    public SourceSpan File { get; }

    /// <summary>The file's weights and other constants.</summary>
    public IReadOnlyDictionary<string, Constant> Constants { get; }

    /// <summary>Version of the default operator set.</summary>
    public int Opset { get; }

    /// <summary>The layers so far, in topological order. Their ids are numbers for now.</summary>
    public List<Recording> Layers { get; } = [];

    /// <summary>What the steps did.</summary>
    public GraphChanges Changes { get; }

    private string NextId => Layers.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is known of a tensor; of one that nothing is known of, that it passes on no dependency.</summary>
    public Value this[string tensor]
    {
        get => _values.GetValueOrDefault(tensor) ?? new Opaque([]);
        set
        {
            if (tensor.Length > 0) _values[tensor] = value;
        }
    }

    /// <summary>True once a node's first output is settled, or when it gives nothing.</summary>
    public bool IsDone(NodeProto node) => Nodes.MainOutput(node) is var output && (output.Length == 0 || _values.ContainsKey(output));

    /// <summary>Whether a tensor is the same for every picture, its values known or, of types that aren't read, not.</summary>
    public bool IsFixed(string tensor) => _values.TryGetValue(tensor, out var value) ? value is Known : _fixed.Contains(tensor);

    /// <summary>The layer that a flow comes from.</summary>
    public Recording Of(Flow flow) => _byLayer[flow.Layer];

    /// <summary>What a layer reads.</summary>
    public Flow[] InputsOf(Recording recording) =>
        [.. recording.Layer.Inputs.Select(id => _byLayer[id]).Select(input => new Flow(input.Layer.Id, input.Layer.Shape, input.Layout))];

    /// <summary>The node that gives a tensor, or null for an input or a weight.</summary>
    public NodeProto? MakerOf(string tensor) => _makers.GetValueOrDefault(tensor);

    /// <summary>The nodes that read a tensor.</summary>
    public IReadOnlyList<NodeProto> ReadersOf(string tensor) => _readers.TryGetValue(tensor, out var readers) ? readers : [];

    /// <summary>True when a tensor is given to the outside.</summary>
    public bool IsOutput(string tensor) => _outputs.Contains(tensor);

    /// <summary>The single node that reads a tensor, or null when there are several or it is also given to the outside.</summary>
    public NodeProto? OnlyReader(string tensor) => !IsOutput(tensor) && ReadersOf(tensor) is [var reader] ? reader : null;

    /// <summary>
    /// True when nothing reads a layer but the node that reads this tensor, directly or through nodes that are no layer:
    /// then the node can become a part of it.
    /// </summary>
    public bool IsOnlyFor(Recording recording, string tensor)
    {
        for (var at = tensor; OnlyReader(at) is not null; at = MakerOf(at)!.Input[0])
        {
            if (at == recording.Tensor) return true;
            if (MakerOf(at) is not { Input.Count: > 0 }) return false;
        }

        return false;
    }

    /// <summary>The layers whose values these tensors depend on.</summary>
    public IEnumerable<Flow> FlowsOf(IEnumerable<string> tensors) => tensors.SelectMany(name => this[name] switch
    {
        Flow flow => [flow],
        Stored stored => [stored.Whole],
        Opaque opaque => opaque.From,
        _ => ImmutableArray<Flow>.Empty,
    });

    /// <summary>The shape of a tensor, channels first, without the batch axis.</summary>
    /// <exception cref="DiagnosticException">CS1102 when the tensor has no values.</exception>
    public Shape ShapeOf(string tensor, InputLayout layout = InputLayout.Nchw)
    {
        var sizes = Probe.SizesOf(tensor);
        var shape = Shapes.WithoutBatch(sizes)
            ?? throw ModelText.Unsupported($"{ModelText.Quoted(tensor)} holds no values: {string.Join(" × ", sizes)}", File);
        return layout == InputLayout.Nchw ? shape : new(shape.Sizes[2], shape.Sizes[0], shape.Sizes[1]);
    }

    /// <summary>Adds a layer whose values are a tensor of the file.</summary>
    public Flow Add(string name, string tensor, Operator op, IEnumerable<Flow> inputs, InputLayout layout = InputLayout.Nchw,
        NodeDescription? node = null)
    {
        var layer = new Layer(NextId, name.Length > 0 ? name : tensor, op, [.. inputs.Select(flow => flow.Layer)], ShapeOf(tensor, layout));
        Remember(new(layer, tensor, layout) { Node = node });
        var made = new Flow(layer.Id, layer.Shape, layout);
        _values[tensor] = made;
        return made;
    }

    /// <summary>Adds a layer that holds the same numbers as a tensor in another shape; whoever else reads the tensor reads what it
    /// did.</summary>
    public Flow AddReading(string name, string tensor, Operator op, Flow input, Shape shape)
    {
        var layer = new Layer(NextId, name, op, [input.Layer], shape);
        Remember(new(layer, tensor, InputLayout.Nchw));
        return new(layer.Id, shape, InputLayout.Nchw);
    }

    /// <summary>Adds a layer that a description explains, if the operator's class takes it and gives the tensor's shape.</summary>
    public bool TryAdd(string name, string tensor, NodeDescription node, IReadOnlyList<Flow> inputs, InputLayout layout = InputLayout.Nchw)
    {
        if (Steps.Explained.Make(node) is not { } op) return false;
        Add(name, tensor, op, inputs, layout, node);
        return true;
    }

    private void Remember(Recording recording)
    {
        Layers.Add(recording);
        _byLayer[recording.Layer.Id] = recording;
    }
}
