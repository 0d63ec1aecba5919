using System.Globalization;

namespace Convscope.Core.Operators;

/// <summary>Holds values between two bounds; from 0 to 6 it is ReLU6. https://onnx.ai/onnx/operators/onnx__Clip.html</summary>
[OnnxOperator("Clip")]
public sealed class Clip : Activation
{
    private readonly double _minimum;
    private readonly double _maximum;

    /// <summary>Reads the bounds: constant inputs since opset 11, attributes before.</summary>
    public Clip(NodeDescription node) => (_minimum, _maximum) = (Bound(node, 1, "min", float.MinValue), Bound(node, 2, "max", float.MaxValue));

    /// <inheritdoc/>
    public override string Kind => "clip";

    /// <inheritdoc/>
    public override string Title => _minimum == 0 && _maximum == 6 ? "ReLU6" : "Clip";

    /// <inheritdoc/>
    public override bool IsSigned => _minimum < 0;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Settings => [new("from", Text(_minimum)), new("to", Text(_maximum))];

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Min(_maximum, Math.Max(_minimum, x));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { minimum = _minimum, maximum = _maximum };

    private static double Bound(NodeDescription node, int input, string attribute, float otherwise) =>
        node.Constants.TryGetValue(input, out var bound) ? bound.Values[0] : node.Float(attribute, otherwise);

    private static string Text(double bound) =>
        Math.Abs(bound) >= float.MaxValue ? "unbounded" : bound.ToString("0.####", CultureInfo.InvariantCulture);
}
