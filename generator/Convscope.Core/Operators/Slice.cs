using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Keeps a part of its input: from a start to before an end, in steps, along some axes. https://onnx.ai/onnx/operators/onnx__Slice.html
/// </summary>
[OnnxOperator("Slice", Axes = AxisRule.NamedAxes, Form = NodeForm.Slice)]
public sealed class Slice : AxisCopy
{
    private readonly Phrase _kept;

    /// <summary>Reads <c>starts</c>, <c>ends</c>, <c>axes</c> and <c>steps</c>: attributes, or constant inputs 1 to 4.</summary>
    /// <exception cref="NotSupportedException">They are computed, or the batch is cut.</exception>
    public Slice(NodeDescription node)
        : base(node.OnlyInput, node.OutputShape, axis => Kept(node, axis)) => _kept = Words(node);

    /// <inheritdoc/>
    public override string Kind => "slice";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("keeps", _kept)];

    private static int[] Kept(NodeDescription node, int axis)
    {
        var rank = node.InputShapes[0].Sizes.Length;
        var starts = node.Numbers("starts", 1) ?? throw new NotSupportedException();
        var ends = node.Numbers("ends", 2) ?? throw new NotSupportedException();
        var axes = node.Numbers("axes", 3) ?? [.. Enumerable.Range(0, starts.Length)];
        if (axes.Where((a, i) => a % (rank + 1) == 0 && (starts[i] is not (0 or -1) || ends[i] < 1)).Any())
            throw new NotSupportedException();
        var at = Array.FindIndex(axes, a => a == axis + 1 || a + rank + 1 == axis + 1);
        var size = node.InputShapes[0].Sizes[axis];
        return at < 0 ? [.. Enumerable.Range(0, size)] : Indices(size, starts[at], ends[at], node.Numbers("steps", 4)?[at] ?? 1);
    }

    /// <summary>Ends below zero count from the end, and ends beyond the input are the input's.</summary>
    private static int[] Indices(int size, int start, int end, int step)
    {
        int From(int i, int least, int most) => Math.Clamp(i < 0 ? i + size : i, least, most);
        if (step == 0) throw new NotSupportedException();
        var indices = new List<int>();
        var (first, last) = step > 0 ? (From(start, 0, size), From(end, 0, size)) : (From(start, 0, size - 1), From(end, -1, size - 1));
        for (long i = first; step > 0 ? i < last : i > last; i += step) indices.Add((int)i);
        return [.. indices];
    }

    private static Phrase Words(NodeDescription node)
    {
        // Axes beyond the third, which are folded into the columns, have no name but their number in the file.
        string[] names = node.OutputShape.Sizes.Length switch
        {
            1 => ["units"],
            2 => ["units", "columns"],
            3 => ["units", "rows", "columns"],
            var rank => ["units", "rows", .. Enumerable.Repeat("axis", rank - 2)],
        };
        var cut = names.Select((name, axis) => (name, axis, kept: Kept(node, axis), size: node.InputShapes[0].Sizes[axis]))
            .Where(a => !a.kept.SequenceEqual(Enumerable.Range(0, a.size)));
        return Phrase.List(cut.Select(a => a.kept.Length > 1 && a.kept[1] - a.kept[0] != 1
            ? new Phrase($"{a.name}_in_steps", a.kept[0], a.kept[^1], a.kept[1] - a.kept[0], a.axis + 1)
            : new Phrase($"{a.name}_from_to", a.kept[0], a.kept[^1], a.axis + 1)));
    }
}
