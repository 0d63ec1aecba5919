using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The largest numbers of a line in their order, and where they stand. Of equals the first comes first.
/// https://onnx.ai/onnx/operators/onnx__TopK.html
/// </summary>
[Kinds("top-k", "top-k-places")]
[OnnxOperator("TopK", Axes = AxisRule.NamedAxes, Form = NodeForm.LastAxis, SettingsFrom = 1, TakesTypes = true, Outputs = 2)]
public sealed class TopK : Ranking
{
    private readonly bool _givesPlaces;

    /// <summary>Reads a node, and which of its outputs is meant.</summary>
    /// <exception cref="NotSupportedException">How many is computed or too many to name, the smallest are wanted, their order is free, or
    /// it looks along another axis.</exception>
    public TopK(NodeDescription node)
        : base(node, -1)
    {
        var count = node.Constants.TryGetValue(1, out var given) ? given.Values[0] : node.Int("k", 0);
        Results = count is > 0 and < Largest ? (int)count : throw new NotSupportedException();
        if (node.Int("sorted", 1) == 0 || node.Int("largest", 1) == 0) throw new NotSupportedException();
        _givesPlaces = node.Output == 1;
    }

    /// <inheritdoc/>
    public override string Kind => _givesPlaces ? "top-k-places" : "top-k";

    /// <inheritdoc/>
    public override bool OnlyChooses => true;

    /// <inheritdoc/>
    public override bool IsSigned => !_givesPlaces;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("keeps", Results)];

    /// <inheritdoc/>
    protected override int Results { get; }

    /// <inheritdoc/>
    protected override bool GivesNumbers => !_givesPlaces;

    /// <inheritdoc/>
    protected override double Result(float[] numbers, int[] order, int k) => _givesPlaces ? order[k] : numbers[order[k]];

    /// <inheritdoc/>
    protected override double Given(float[] numbers, int[] order, int index) => _givesPlaces ? index : numbers[index];

    /// <inheritdoc/>
    protected override int RankShown(Cell cell) => Line.IndexOf(cell) + 1;
}
