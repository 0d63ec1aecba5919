using System.Globalization;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Puts a rim around its input: of one number, mirrored, of the outermost cells, or of the cells of the other side. A rim below zero
/// cuts cells off. https://onnx.ai/onnx/operators/onnx__Pad.html
/// </summary>
[OnnxOperator("Pad", Axes = AxisRule.Pads, Form = NodeForm.Pad, SettingsFrom = 1)]
public sealed class Pad : AxisCopy
{
    private readonly string _mode;
    private readonly float _value;

    /// <summary>Reads the sizes of the rim and its number: attributes before opset 11, constant inputs 1 to 3 since.</summary>
    /// <exception cref="NotSupportedException">They are computed, or the batch gets a rim.</exception>
    public Pad(NodeDescription node)
        : base(node.OnlyInput, node.OutputShape, axis => Origins(node, axis))
    {
        _mode = node.Text("mode", "constant");
        _value = node.Constants.TryGetValue(2, out var value) && value.Values.Length > 0 ? value.Values[0] : node.Float("value", 0);
    }

    /// <inheritdoc/>
    public override string Kind => "pad";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("rim", _mode switch
    {
        "reflect" => new("rim_reflect"),
        "edge" => new("rim_edge"),
        "wrap" => new("rim_wrap"),
        _ => new Phrase("rim_constant", _value.ToString(CultureInfo.InvariantCulture)),
    })];

    /// <inheritdoc/>
    protected override float Filling => _value;

    private static int[] Origins(NodeDescription node, int axis)
    {
        var rank = node.InputShapes[0].Sizes.Length;
        var pads = node.Numbers("pads", 1) ?? throw new NotSupportedException();
        var axes = node.Numbers("axes", 3) ?? [.. Enumerable.Range(0, pads.Length / 2)];
        if (axes.Where((a, i) => a % (rank + 1) == 0 && (pads[i] != 0 || pads[i + axes.Length] != 0)).Any())
            throw new NotSupportedException();
        var at = Array.FindIndex(axes, a => a == axis + 1 || a + rank + 1 == axis + 1);
        var (begin, end) = at < 0 ? (0, 0) : (pads[at], pads[at + axes.Length]);

        // What is cut off is cut off first; the rim is made of what is left.
        var (cut, left) = (Math.Max(0, -begin), node.InputShapes[0].Sizes[axis] - Math.Max(0, -begin) - Math.Max(0, -end));
        var mode = node.Text("mode", "constant");
        return left < 1 ? throw new NotSupportedException()
            : [.. Enumerable.Range(-Math.Max(0, begin), left + Math.Max(0, begin) + Math.Max(0, end))
                .Select(i => cut + Origin(i, left, mode))];
    }

    private static int Origin(int i, int size, string mode) => mode switch
    {
        "edge" => Math.Clamp(i, 0, size - 1),
        "wrap" => ((i % size) + size) % size,
        "reflect" => Mirror(i, size),
        "constant" => i,
        _ => throw new NotSupportedException(),
    };

    /// <summary>The outermost cells aren't repeated: 2 1 0 1 2 1 0.</summary>
    private static int Mirror(int i, int size)
    {
        if (size == 1) return 0;
        var period = 2 * (size - 1);
        i = ((i % period) + period) % period;
        return i < size ? i : period - i;
    }
}
