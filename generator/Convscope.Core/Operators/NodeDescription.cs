using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>A constant operand of a node: weights with all their axes, row-major.</summary>
/// <param name="Sizes">Sizes of the axes; empty for a scalar.</param>
/// <param name="Values">Row-major values.</param>
public sealed record Constant(IReadOnlyList<int> Sizes, float[] Values);

/// <summary>
/// A node of a model as an operator's constructor reads it: no protobuf, batch axis removed from the shapes of what flows.
/// </summary>
/// <param name="OpType">ONNX operator type.</param>
/// <param name="InputShapes">Shapes of the inputs that flow (not constants), in order.</param>
/// <param name="Constants">Constant operands by their position among the node's inputs.</param>
/// <param name="Attributes">Attributes: <c>long</c>, <c>float</c>, <c>string</c>, <c>long[]</c>, <c>float[]</c>.</param>
/// <param name="OutputShape">The shape found by running.</param>
public sealed record NodeDescription(
    string OpType,
    IReadOnlyList<Shape> InputShapes,
    IReadOnlyDictionary<int, Constant> Constants,
    IReadOnlyDictionary<string, object> Attributes,
    Shape OutputShape)
{
    /// <summary>Which of the node's outputs is meant.</summary>
    public int Output { get; init; }

    /// <summary>The element type that the output has in the file: <c>Float</c>, <c>Int64</c>, <c>Bool</c>.</summary>
    public string OutputType { get; init; } = "Float";

    /// <summary>The shape of the one input that flows.</summary>
    /// <exception cref="NotSupportedException">There are several, so that what should be constant is computed.</exception>
    public Shape OnlyInput => InputShapes.Count == 1 ? InputShapes[0] : throw new NotSupportedException();

    /// <summary>An integer attribute.</summary>
    public long Int(string name, long otherwise) => Attributes.TryGetValue(name, out var value) ? (long)value : otherwise;

    /// <summary>A float attribute.</summary>
    public float Float(string name, float otherwise) => Attributes.TryGetValue(name, out var value) ? (float)value : otherwise;

    /// <summary>A string attribute.</summary>
    public string Text(string name, string otherwise) => Attributes.TryGetValue(name, out var value) ? (string)value : otherwise;

    /// <summary>A list-of-integers attribute, or null.</summary>
    public int[]? Ints(string name) =>
        Attributes.TryGetValue(name, out var value) ? [.. ((long[])value).Select(i => checked((int)i))] : null;

    /// <summary>A list of integers that is an attribute in some versions and a constant input in others, or null; very large ones are cut
    /// to fit.</summary>
    public int[]? Numbers(string name, int input) =>
        Attributes.TryGetValue(name, out var value)
            ? [.. ((long[])value).Select(i => (int)Math.Clamp(i, int.MinValue / 2, int.MaxValue / 2))]
        : Constants.TryGetValue(input, out var constant)
            ? [.. constant.Values.Select(i => (int)Math.Clamp((double)i, int.MinValue / 2, int.MaxValue / 2))]
        : null;
}
