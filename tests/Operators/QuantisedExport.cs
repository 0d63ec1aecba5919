using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

/// <summary>
/// Quantises a network as exporters do: in pairs of <c>QuantizeLinear</c> and <c>DequantizeLinear</c> around what it computes, or with the
/// operators on whole numbers (<c>QLinearConv</c> ...). Activations have 8 bits without a sign, one step each, from the range that a run
/// found; weights 8 bits with a sign, a step a unit; biases 32 bits.
/// </summary>
internal sealed class QuantisedExport
{
    private static readonly HashSet<string> Movers = ["MaxPool", "Flatten", "Reshape", "Identity"];

    private readonly ModelProto _model;
    private readonly Dictionary<string, TensorProto> _weights;
    private readonly Dictionary<string, (float Step, int Zero)> _steps = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, (float Low, float High)> _ranges;
    private readonly bool _isWhole;

    private QuantisedExport(ModelProto given, IReadOnlyDictionary<string, (float Low, float High)> ranges, bool isWhole)
    {
        (_ranges, _isWhole, _model) = (ranges, isWhole, given.Clone());
        _weights = given.Graph.Initializer.ToDictionary(tensor => tensor.Name);
        _model.Graph.Node.Clear();
        _model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
    }

    /// <summary>The quantised network.</summary>
    /// <param name="given">A float network: a chain, or blocks that are added up.</param>
    /// <param name="ranges">Least and largest number of each tensor that is stored.</param>
    /// <param name="isWhole">Operators on whole numbers, or pairs.</param>
    public static ModelProto Of(ModelProto given, IReadOnlyDictionary<string, (float Low, float High)> ranges, bool isWhole)
    {
        var export = new QuantisedExport(given, ranges, isWhole);
        export.Store(given.Graph.Input[0].Name, given.Graph.Input[0].Name);
        foreach (var node in given.Graph.Node) export.Take(node, given.Graph.Node);
        return export._model;
    }

    private void Take(NodeProto node, IEnumerable<NodeProto> all)
    {
        var next = all.Where(reader => reader.Input.Contains(node.Output[0])).ToArray();
        var isBeforeRelu = next is [{ OpType: "Relu" }];
        if (Movers.Contains(node.OpType)) Move(node);
        else if (_isWhole && node.OpType is "Conv" or "Gemm" or "Add" or "GlobalAveragePool") Whole(node, isBeforeRelu ? next[0] : node);
        else if (_isWhole && node.OpType == "Relu" && _steps.ContainsKey(node.Output[0])) return;
        else Real(node, isStored: !isBeforeRelu && node.OpType != "Softmax");
    }

    /// <summary>Reads what tensors stand for, and stores the result.</summary>
    private void Real(NodeProto node, bool isStored)
    {
        var copy = node.Clone();
        for (var i = 0; i < copy.Input.Count; i++)
        {
            var name = copy.Input[i];
            if (_steps.ContainsKey(name)) copy.Input[i] = RealOf(name);
            else if (node.OpType is "Conv" or "Gemm" && i == 1) copy.Input[i] = Pair(name, WeightsOf(name), "0");
            else if (node.OpType is "Conv" or "Gemm" && i == 2) copy.Input[i] = Pair(name, BiasOf(name, node), "0");
        }

        _model.Graph.Node.Add(copy);
        if (isStored && _ranges.ContainsKey(node.Output[0])) Store(node.Output[0], node.Output[0]);
    }

    private void Move(NodeProto node)
    {
        var copy = node.Clone();
        var (from, to) = (node.Input[0], node.Output[0]);
        _steps[to] = _steps[from];
        foreach (var part in new[] { "step", "zero" }) Alias($"{from}/{part}", $"{to}/{part}");
        (copy.Input[0], copy.Output[0]) = _isWhole ? ($"{from}/q", $"{to}/q") : (RealOf(from), to);
        _model.Graph.Node.Add(copy);
        if (!_isWhole) Add("QuantizeLinear", [to, $"{to}/step", $"{to}/zero"], $"{to}/q");
    }

    private void Whole(NodeProto node, NodeProto last)
    {
        var y = last.Output[0];
        Step(y);
        string[] Of(string name) => [$"{name}/q", $"{name}/step", $"{name}/zero"];
        string[] to = [$"{y}/step", $"{y}/zero"];
        var (domain, opType) = node.OpType switch
        {
            "Conv" => ("", "QLinearConv"),
            "Gemm" => ("com.microsoft", "QGemm"),
            _ => ("com.microsoft", "QLinear" + node.OpType),
        };
        string[] inputs = node.OpType switch
        {
            "Conv" => [.. Of(node.Input[0]), .. Of(WeightsOf(node.Input[1])), .. to, .. Of(BiasOf(node.Input[2], node)).Take(1)],
            "Gemm" => [.. Of(node.Input[0]), .. Of(WeightsOf(node.Input[1])), .. Of(BiasOf(node.Input[2], node)).Take(1), .. to],
            _ => [.. node.Input.SelectMany(Of), .. to],
        };
        var made = Add(opType, inputs, $"{y}/q");
        (made.Domain, made.Name) = (domain, node.Name);
        made.Attribute.AddRange(node.Attribute.Where(attribute => attribute.Name != "beta"));
    }

    private string RealOf(string name)
    {
        if (_model.Graph.Node.All(node => !node.Output.Contains($"{name}/real")))
            Add("DequantizeLinear", [$"{name}/q", $"{name}/step", $"{name}/zero"], $"{name}/real");
        return $"{name}/real";
    }

    private string Pair(string name, string stored, string axis)
    {
        var node = Add("DequantizeLinear", [$"{stored}/q", $"{stored}/step", $"{stored}/zero"], $"{name}/real");
        node.Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = int.Parse(axis) });
        return node.Output[0];
    }

    private void Store(string from, string name)
    {
        Step(name);
        Add("QuantizeLinear", [from, $"{name}/step", $"{name}/zero"], $"{name}/q");
    }

    private void Step(string name)
    {
        var (low, high) = _ranges[name];
        (low, high) = (Math.Min(0, low), Math.Max(0, high));
        var step = high > low ? (high - low) / 255 : 1;
        _steps[name] = (step, (int)MathF.Round(-low / step));
        Tensor($"{name}/step", Type.Float, [], step);
        Tensor($"{name}/zero", Type.Uint8, [], _steps[name].Zero);
    }

    /// <summary>Weights with a step a unit; of <c>Gemm</c> the rows are the units.</summary>
    private string WeightsOf(string name)
    {
        if (_model.Graph.Initializer.Any(tensor => tensor.Name == $"{name}/q")) return name;
        var (units, values) = ((int)_weights[name].Dims[0], ValuesOf(name));
        var size = values.Length / units;
        float[] steps = [.. values.Chunk(size).Select(unit => Math.Max(unit.Max(MathF.Abs), 1e-6f) / 127)];
        Tensor($"{name}/step", Type.Float, [units], steps);
        Tensor($"{name}/zero", Type.Int8, [units], new float[units]);
        Tensor($"{name}/q", Type.Int8, [.. _weights[name].Dims],
            [.. values.Select((w, i) => Math.Clamp(MathF.Round(w / steps[i / size]), -127, 127))]);
        return name;
    }

    private string BiasOf(string name, NodeProto node)
    {
        var x = _steps[node.Input[0]].Step;
        var weights = _model.Graph.Initializer.First(tensor => tensor.Name == $"{node.Input[1]}/step").FloatData;
        float[] steps = [.. weights.Select(w => x * w)];
        Tensor($"{name}/step", Type.Float, [steps.Length], steps);
        Tensor($"{name}/zero", Type.Int32, [steps.Length], new float[steps.Length]);
        Tensor($"{name}/q", Type.Int32, [steps.Length], [.. ValuesOf(name).Select((b, i) => MathF.Round(b / steps[i]))]);
        return name;
    }

    private float[] ValuesOf(string name) => Convscope.Inference.Reading.TensorReader.Read(_weights[name])!.Values;

    private void Alias(string from, string to)
    {
        var copy = _model.Graph.Initializer.First(tensor => tensor.Name == from).Clone();
        copy.Name = to;
        _model.Graph.Initializer.Add(copy);
    }

    private void Tensor(string name, Type type, long[] sizes, params float[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type };
        tensor.Dims.AddRange(sizes);
        if (type == Type.Float) tensor.FloatData.AddRange(values);
        else tensor.Int32Data.AddRange(values.Select(value => (int)value));
        _model.Graph.Initializer.Add(tensor);
    }

    private NodeProto Add(string opType, string[] inputs, string output)
    {
        var node = new NodeProto { OpType = opType, Output = { output } };
        node.Input.AddRange(inputs);
        _model.Graph.Node.Add(node);
        return node;
    }
}
