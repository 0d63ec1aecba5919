using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// A node between dequantised tensors, as the same node on whole numbers: a convolution that reads what <c>DequantizeLinear</c> gives, by
/// weights that are dequantised too, and is stored again by <c>QuantizeLinear</c>, is a <c>QLinearConv</c>. The runtime computes it in
/// fractions, so that near a tie the last bit decides.
/// </summary>
internal sealed class QuantisedNode
{
    private readonly NodeProto _node;
    private readonly Import _import;
    private readonly NodeProto? _add;
    private readonly NodeProto? _quantize;
    private readonly Quantiser? _to;
    private readonly Dictionary<int, Constant> _constants = [];
    private readonly Dictionary<string, object> _attributes;
    private readonly List<Flow> _flows = [];
    private string _opType = "";

    private QuantisedNode(NodeProto node, Import import)
    {
        (_node, _import, _attributes) = (node, import, Nodes.Attributes(node));
        var last = node;
        if (node.Is("MatMul") && import.OnlyReader(node.Output[0]) is { Input.Count: 2 } add && add.Is("Add")
            && add.Input.Any(import.IsFixed)) (_add, last) = (add, add);
        if (import.OnlyReader(last.Output[0]) is { } reader && WholeNumbers.IsQuantize(reader) && reader.Input[0] == last.Output[0]
            && import.Probe.Has(reader.Output[0]) && import.Probe.Has(last.Output[0])
            && WholeNumbers.RangeOf(import.Probe.TypeOf(reader.Output[0])) is { } range)
        {
            var shape = import.ShapeOf(last.Output[0]);
            if (StoredConstants.QuantiserOf(reader, new("", shape, InputLayout.Nchw), import) is { Steps.Length: 1 } to)
                (_quantize, _to, _attributes["range"]) = (reader, to, range);
        }

        _attributes["real"] = 1L;
    }

    /// <summary>The node, if it reads what is stored, or is stored itself.</summary>
    public static QuantisedNode? Of(NodeProto node, Import import)
    {
        if (!Nodes.IsDefaultDomain(node.Domain) || node.Output.Count != 1 || node.Input.Count == 0 || !import.Probe.Has(node.Output[0]))
            return null;
        var made = new QuantisedNode(node, import);
        return made._quantize is not null || node.Input.Any(name => import[name] is Stored) ? made : null;
    }

    /// <summary>Makes the layer on whole numbers.</summary>
    /// <returns>False when there is no such form.</returns>
    public bool TryImport() => _node.OpType switch
    {
        "Conv" => TryConvolve(),
        "Gemm" or "MatMul" => TryMultiply(),
        "Add" or "Mul" => TryCombine(),
        "AveragePool" or "GlobalAveragePool" => TryPool(),
        "Concat" => TryConcatenate(),
        _ => TryFunction(),
    };

    private bool TryConvolve()
    {
        if (!Reads(0, 1) || _flows[0].Layout != InputLayout.Nchw || StoredConstants.Of(_node.Input[1], _import) is not { } weights
            || weights.Axis > 0) return false;
        _opType = "QLinearConv";
        return Weighs(weights, 3) && Adds(_node.Input.Count > 2 ? _node.Input[2] : "", 8) && Gives(6);
    }

    private bool TryMultiply()
    {
        if (!Reads(0, 1) || !_flows[0].Shape.IsVector || StoredConstants.Of(_node.Input[1], _import) is not { } weights) return false;
        var isTransposed = _attributes.TryGetValue("transB", out var given) && (long)given != 0;
        if (weights.Axis >= 0 && weights.Axis != (isTransposed ? 0 : 1)) return false;
        if (_attributes.TryGetValue("beta", out var beta) && (float)beta != 1) return false;
        if (_attributes.TryGetValue("alpha", out var alpha) && (float)alpha != 1) return false;
        _opType = "QGemm";
        var bias = _add is not null ? _add.Input.First(_import.IsFixed)
            : _node.Is("Gemm") && _node.Input.Count > 2 ? _node.Input[2] : "";
        return Weighs(weights, 3) && Adds(bias, 6) && Gives(7);
    }

    private bool TryCombine()
    {
        if (_node.Input.Count != 2) return false;
        for (var i = 0; i < 2; i++)
        {
            var at = 3 * i;
            if (Reads(i, at + 1)) continue;
            if (StoredConstants.Of(_node.Input[i], _import) is not { Axis: -1 } constant) return false;
            (_constants[at], _constants[at + 1], _constants[at + 2]) =
                (constant.Whole, constant.Steps, constant.Zeros ?? new([], [0]));
        }

        _opType = "QLinear" + _node.OpType;
        return _flows.Count > 0 && _flows.All(flow => flow.Layout == InputLayout.Nchw) && Gives(6);
    }

    private bool TryPool()
    {
        _opType = "QLinear" + _node.OpType;
        return _to is not null && Reads(0, 1) && _flows[0].Layout == InputLayout.Nchw && Gives(3);
    }

    private bool TryConcatenate()
    {
        if (_to is null) return false;
        for (var i = 0; i < _node.Input.Count; i++)
        {
            if (!Reads(i, (3 * i) + 3)) return false;
        }

        _opType = "QLinearConcat";
        return _flows.All(flow => flow.Layout == InputLayout.Nchw) && Gives(0);
    }

    private bool TryFunction()
    {
        if (_to is null || _node.Input.Skip(1).Any(name => name.Length > 0 && _import[name] is not Known)) return false;
        if (!Reads(0, 1))
        {
            if (_import[_node.Input[0]] is not Flow flow || _import.Probe.TypeOf(_node.Output[0]) != Fraction) return false;
            _flows.Add(flow);
        }

        for (var i = 1; i < _node.Input.Count; i++)
        {
            if (_node.Input[i].Length > 0) _constants[i + 4] = ((Known)_import[_node.Input[i]]).Constant;
        }

        _attributes["function"] = _node.OpType;
        _opType = "QLinearFunction";
        return Gives(3);
    }

    private const Microsoft.ML.OnnxRuntime.Tensors.TensorElementType Fraction = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float;

    /// <summary>Takes an operand that is stored with one step for all.</summary>
    private bool Reads(int input, int at)
    {
        if (_import[_node.Input[input]] is not Stored { As.Steps.Length: 1 } stored) return false;
        _flows.Add(stored.Whole);
        (_constants[at], _constants[at + 1]) = (StoredConstants.StepOf(stored.As), StoredConstants.ZeroOf(stored.As));
        return true;
    }

    private bool Weighs((Constant Whole, Constant Steps, Constant? Zeros, long Axis) weights, int at)
    {
        (_constants[at], _constants[at + 1]) = (weights.Whole, weights.Steps);
        if (weights.Zeros is not null) _constants[at + 2] = weights.Zeros;
        return true;
    }

    /// <summary>A bias that is stored in the sum's own step is a whole number; any other is added behind.</summary>
    private bool Adds(string bias, int at)
    {
        if (bias.Length == 0) return true;
        if (_import[bias] is not Known real) return false;
        var (x, steps) = (_constants[1].Values[0], _constants[4].Values);
        float Step(int i) => x * steps[steps.Length == 1 ? 0 : i];
        if (StoredConstants.Of(bias, _import) is { } stored && (stored.Zeros?.Values.All(zero => zero == 0) ?? true)
            && Enumerable.Range(0, Math.Max(stored.Steps.Values.Length, steps.Length))
                .All(i => Math.Abs(stored.Steps.Values[stored.Steps.Values.Length == 1 ? 0 : i] - Step(i)) <= 1e-6 * Step(i)))
        {
            _constants[at] = new([stored.Whole.Values.Length], stored.Whole.Values);
            return true;
        }

        _constants[9] = new([real.Constant.Values.Length], [.. real.Constant.Values.Select(b => b / (_to?.Steps[0] ?? 1))]);
        return true;
    }

    private bool Gives(int at)
    {
        if (_to is not null) (_constants[at], _constants[at + 1]) = (StoredConstants.StepOf(_to), StoredConstants.ZeroOf(_to));
        var last = _add ?? _node;
        var tensor = (_quantize ?? last).Output[0];
        var shape = _import.ShapeOf(tensor, _flows[0].Layout);
        var description = new NodeDescription(_opType, [.. _flows.Select(flow => flow.Shape)], _constants, _attributes, shape);
        if (Explained.Make(description) is not { } op || op is IUnexplained) return false;
        var name = _add is null ? _node.Name : Nodes.CommonName(_node.Name, _add.Name);
        var made = _import.Add(name, tensor, op, _flows, _flows[0].Layout, description);
        foreach (var node in new[] { _node, _add }.OfType<NodeProto>()) _import[node.Output[0]] = made;
        if (_quantize is not null)
            _import.Changes.Add("fold-quantise", Nodes.NameOf(_quantize), $"became a part of {Nodes.Label(_node)}", tensor);
        return true;
    }
}
