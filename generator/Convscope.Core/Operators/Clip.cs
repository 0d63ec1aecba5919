using System.Globalization;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Holds values between two bounds; from 0 to 6 it is ReLU6. https://onnx.ai/onnx/operators/onnx__Clip.html</summary>
[OnnxOperator("Clip", Axes = AxisRule.Cellwise, SettingsFrom = 1)]
public sealed class Clip : Activation
{
    private readonly double _minimum;
    private readonly double _maximum;

    /// <summary>Reads the bounds: constant inputs since opset 11, attributes before.</summary>
    public Clip(NodeDescription node) => (_minimum, _maximum) =
        (Bound(node, 1, "min", float.MinValue), Bound(node, 2, "max", float.MaxValue));

    /// <inheritdoc/>
    public override string Kind => "clip";

    /// <inheritdoc/>
    public override Phrase Title => _minimum == 0 && _maximum == 6 ? new("operator_relu6") : base.Title;

    /// <inheritdoc/>
    public override bool IsSigned => _minimum < 0;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("from", Text(_minimum)), new("to", Text(_maximum))];

    /// <inheritdoc/>
    public override Phrase Formula => (HasMinimum, HasMaximum) switch
    {
        (true, true) => "min({max}, max({min}, {x}))",
        (true, false) => "max({min}, {x})",
        (false, true) => "min({max}, {x})",
        _ => "{x}",
    };

    /// <inheritdoc/>
    public override Phrase Meaning => new((HasMinimum, HasMaximum) switch
    {
        (true, true) when _minimum > _maximum => "meaning_clip_crossed",
        (true, true) => "meaning_clip",
        (true, false) => "meaning_clip_below",
        (false, true) => "meaning_clip_above",
        _ => "meaning_identity",
    });

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [
        .. HasMinimum ? [new("min", _minimum)] : Array.Empty<KeyValuePair<string, double>>(),
        .. HasMaximum ? [new("max", _maximum)] : Array.Empty<KeyValuePair<string, double>>()];

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Min(_maximum, Math.Max(_minimum, x));

    private bool HasMinimum => _minimum > float.MinValue;

    private bool HasMaximum => _maximum < float.MaxValue;

    private static double Bound(NodeDescription node, int input, string attribute, float otherwise) =>
        node.Constants.TryGetValue(input, out var bound) ? bound.Values[0] : node.Float(attribute, otherwise);

    private static Phrase Text(double bound) =>
        Math.Abs(bound) >= float.MaxValue ? new("unbounded") : Phrase.Of(bound.ToString("0.####", CultureInfo.InvariantCulture));
}
