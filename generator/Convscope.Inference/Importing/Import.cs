using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Convscope.Inference.Running;

namespace Convscope.Inference.Importing;

/// <summary>What the steps of an import read and write: the file's graph, the probe, and the layers made so far.</summary>
internal sealed class Import
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NodeProto>> _readers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs;
    private readonly LayerIds _ids = new();

    public Import(ModelProto model, GraphInput input, Probe probe, SourceSpan file)
    {
        (Probe, File) = (probe, file);
        Opset = (int)model.OpsetImport.Where(set => Nodes.IsDefaultDomain(set.Domain)).Select(set => set.Version).FirstOrDefault();
        _outputs = model.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var tensor in model.Graph.Initializer)
        {
            if (TensorReader.Read(tensor) is { } constant) _values[tensor.Name] = new Known(constant);
        }

        foreach (var node in model.Graph.Node)
        {
            foreach (var name in Nodes.Reads(node)) (_readers.TryGetValue(name, out var list) ? list : _readers[name] = []).Add(node);
        }

        var layer = new Layer(_ids.Take("input"), input.Name, new Input(input.Shape), [], input.Shape);
        Layers.Add(new(layer, input.Name, input.Layout));
        _values[input.Name] = new Flow(layer.Id, input.Shape, input.Layout);
    }

    public Probe Probe { get; }

    public SourceSpan File { get; }

    /// <summary>Version of the default operator set.</summary>
    public int Opset { get; }

    /// <summary>The layers so far, in topological order.</summary>
    public List<Recording> Layers { get; } = [];

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

    /// <summary>The single node that reads a tensor, or null when there are several or it is also given to the outside.</summary>
    public NodeProto? OnlyReader(string tensor) =>
        !_outputs.Contains(tensor) && _readers.TryGetValue(tensor, out var readers) && readers.Count == 1 ? readers[0] : null;

    /// <summary>The layers whose values these tensors depend on.</summary>
    public IEnumerable<Flow> FlowsOf(IEnumerable<string> tensors) => tensors.SelectMany(name => this[name] switch
    {
        Flow flow => [flow],
        Opaque opaque => opaque.From,
        _ => ImmutableArray<Flow>.Empty,
    });

    /// <summary>The shape of a tensor, channels first, without the batch axis.</summary>
    /// <exception cref="DiagnosticException">CS1102 when the tensor has no values.</exception>
    public Shape ShapeOf(string tensor, InputLayout layout = InputLayout.Nchw)
    {
        var sizes = Probe.SizesOf(tensor);
        var shape = Shapes.WithoutBatch(sizes)
            ?? throw Plain.Unsupported($"{Plain.Quoted(tensor)} holds no values: {string.Join(" × ", sizes)}", File);
        return layout == InputLayout.Nchw ? shape : new(shape.Sizes[2], shape.Sizes[0], shape.Sizes[1]);
    }

    /// <summary>Adds a layer whose values are a tensor of the file.</summary>
    public void Add(string name, string tensor, Operator op, IEnumerable<Flow> inputs, InputLayout layout = InputLayout.Nchw)
    {
        var id = _ids.Take(LayerIds.Candidates(name, tensor, op));
        var layer = new Layer(id, name.Length > 0 ? name : tensor, op, [.. inputs.Select(flow => flow.Layer)], ShapeOf(tensor, layout));
        Layers.Add(new(layer, tensor, layout));
        _values[tensor] = new Flow(id, layer.Shape, layout);
    }
}
