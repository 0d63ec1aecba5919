using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Fully connected layer of whole numbers: https://onnx.ai/onnx/operators/onnx__QLinearMatMul.html,
/// https://onnx.ai/onnx/operators/onnx__MatMulInteger.html, ONNX Runtime's QGemm, and a product between dequantised numbers.
/// </summary>
[OnnxOperator("QLinearMatMul", WeightsAt = [3], TakesTypes = true)]
[OnnxOperator("MatMulInteger", WeightsAt = [1], TakesTypes = true)]
[OnnxOperator("QGemm", WeightsAt = [3, 6], Domains = "com.microsoft", TakesTypes = true)]
public sealed class IntegerDense : IntegerSum
{
    private readonly Dense _dense;

    /// <summary>Reads a node. Behind the inputs of <c>MatMulInteger</c> may stand the factor and the bias of the nodes after it.</summary>
    /// <exception cref="NotSupportedException">The weights or a step are computed, or what is read is no vector.</exception>
    public IntegerDense(NodeDescription node)
        : base(CentreOf(node, 2), EndingOf(node))
    {
        var isWhole = node.OpType == "MatMulInteger";
        if (!node.Constants.TryGetValue(isWhole ? 1 : 3, out var weights) || weights.Sizes.Count != 2 || node.InputShapes.Count > 2
            || !node.InputShapes[0].IsVector || node.Int("transA", 0) != 0) throw new NotSupportedException();
        var isTransposed = node.Int("transB", 0) != 0;
        var (inputs, units) = isTransposed ? (weights.Sizes[1], weights.Sizes[0]) : (weights.Sizes[0], weights.Sizes[1]);
        var centred = CentredWeights(weights, node.Constants.GetValueOrDefault(isWhole ? 3 : 5),
            i => isTransposed ? i / inputs : i % units);
        var rows = new float[centred.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = isTransposed ? centred[i] : centred[(i % inputs * units) + (i / inputs)];
        var bias = node.OpType == "QGemm" ? node.Constants.GetValueOrDefault(6)?.Values : null;
        if (bias is { Length: 1 } && units > 1) bias = [.. Enumerable.Repeat(bias[0], units)];
        _dense = new(rows, bias, inputs, units);
    }

    /// <inheritdoc/>
    public override string Kind => "integer-dense";

    private protected override Operator Inner => _dense;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var weights = _dense.Weights(cell.Unit).ToArray();
        var x = Centred(inputs).Values;
        var parts = SumPart.Largest(weights.Length, i => new(x[i], weights[i], new(i)), Dense.Largest);
        return Explained(parts, _dense.Bias(cell.Unit), inputs, output, cell);
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(
        new { centre = Zero, ending = Ending.Describe() },
        ("weights", Enumerable.Range(0, _dense.Units).SelectMany(unit => _dense.Weights(unit).ToArray()).ToArray()),
        ("bias", Enumerable.Range(0, _dense.Units).Select(_dense.Bias).ToArray()));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { bias = _dense.Bias(unit) };

    // QGemm: a, step, zero, b, step, zero, c, step, zero; its alpha is a factor more.
    private static SumEnding EndingOf(NodeDescription node) => node.OpType switch
    {
        "QLinearMatMul" => Multiplied(node, 1, 4, 6),
        "QGemm" => Multiplied(node, 1, 4, 7, node.Float("alpha", 1)).With(node.Constants.GetValueOrDefault(9)),
        _ => Whole(node),
    };
}
