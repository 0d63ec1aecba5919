using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>Makes constants of inputs that the author gives numbers to, so that the picture is the only one left.</summary>
internal static class FixedInputs
{
    private const long Most = 1 << 20;

    /// <summary>Changes a model.</summary>
    /// <exception cref="DiagnosticException">CS1104 where there is no such input, or it can't hold so many numbers.</exception>
    public static void Apply(GraphProto graph, IReadOnlyDictionary<string, IReadOnlyList<double>> given, GraphChanges changes,
        SourceSpan file)
    {
        foreach (var (name, numbers) in given)
        {
            var input = graph.Input.FirstOrDefault(input => input.Name == name)
                ?? throw Wrong($"`inputs:` names '{name}', but the model's inputs are {Names(graph)}", file);
            graph.Input.Remove(input);
            graph.Initializer.Add(Tensor(input, numbers, file));
            changes.Add("fixed-input", name, $"it is always {string.Join(", ", numbers.Take(5).Select(number => number.ToString(CultureInfo.InvariantCulture)))}");
        }
    }

    /// <summary>The inputs' names, for messages.</summary>
    public static string Names(GraphProto graph) =>
        string.Join(", ", graph.Input.Take(5).Select(input => ModelText.Quoted(input.Name)));

    private static TensorProto Tensor(ValueInfoProto input, IReadOnlyList<double> numbers, SourceSpan file)
    {
        var type = (Type)(input.Type?.TensorType?.ElemType ?? 0);
        long[] sizes = [.. input.Type?.TensorType?.Shape?.Dim.Select(dim => dim.HasDimValue ? dim.DimValue : -1) ?? []];

        // What is open is as long as what is given.
        if (numbers.Count > 1 && Array.LastIndexOf(sizes, -1) is var open and >= 0) sizes[open] = numbers.Count;
        sizes = [.. sizes.Select(size => size < 0 ? 1 : size)];
        var count = Reading.Shapes.Count(sizes) ?? 0;
        if (count is < 1 or > Most || (numbers.Count != 1 && numbers.Count != count))
            throw Wrong($"the input {ModelText.Quoted(input.Name)} holds {count} numbers ({string.Join(" × ", sizes)}), "
                + $"but `inputs:` gives it {numbers.Count}; give it one for all, or one for each", file);
        double[] all = numbers.Count == count ? [.. numbers] : [.. Enumerable.Repeat(numbers[0], (int)count)];
        var tensor = new TensorProto { Name = input.Name, DataType = (int)type };
        tensor.Dims.AddRange(sizes);
        if (type == Type.Float) tensor.FloatData.AddRange(all.Select(number => (float)number));
        else if (type == Type.Double) tensor.DoubleData.AddRange(all);
        else if (type == Type.Int64) tensor.Int64Data.AddRange(all.Select(number => (long)number));
        else if (type is Type.Int32 or Type.Bool or Type.Uint8 or Type.Int8) tensor.Int32Data.AddRange(all.Select(number => (int)number));
        else throw Wrong(
            $"the input {ModelText.Quoted(input.Name)} is {type.ToString().ToLowerInvariant()}, which `inputs:` can't give", file);
        return tensor;
    }

    private static DiagnosticException Wrong(string what, SourceSpan file) => new(DiagnosticCodes.InputMismatch, what, file);
}
