using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Fully connected layer: every unit weighs every input and adds its bias.
/// https://onnx.ai/onnx/operators/onnx__Gemm.html
/// </summary>
[OnnxOperator("Gemm")]
public sealed class Dense : Operator, IFullyConnected, IPractised
{
    /// <summary>How many of the largest products an explanation writes out.</summary>
    public const int Largest = 12;

    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <summary>Reads a Gemm whose second and third inputs are constants.</summary>
    /// <exception cref="NotSupportedException">The weights are computed, or the input is transposed.</exception>
    public Dense(NodeDescription node)
    {
        if (!node.Constants.TryGetValue(1, out var weights) || weights.Sizes.Count != 2 || node.Int("transA", 0) != 0
            || !node.InputShapes[0].IsVector)
            throw new NotSupportedException();
        var transposed = node.Int("transB", 0) != 0;
        (Units, Inputs) = transposed ? (weights.Sizes[0], weights.Sizes[1]) : (weights.Sizes[1], weights.Sizes[0]);
        var (alpha, beta) = (node.Float("alpha", 1), node.Float("beta", 1));
        _weights = new float[Units * Inputs];
        for (var unit = 0; unit < Units; unit++)
        {
            for (var i = 0; i < Inputs; i++)
                _weights[(unit * Inputs) + i] = alpha * weights.Values[transposed ? (unit * Inputs) + i : (i * Units) + unit];
        }

        HasBias = node.Constants.TryGetValue(2, out var given);
        var bias = given?.Values ?? [0];
        _bias = [.. Enumerable.Range(0, Units).Select(unit => beta * bias[bias.Length == 1 ? 0 : unit])];
    }

    /// <summary>A dense layer of given weights, row-major <c>(outputs, inputs)</c>, and of a bias or none.</summary>
    public Dense(float[] weights, float[]? bias, int inputs, int outputs) =>
        (_weights, _bias, HasBias, Inputs, Units) = (weights, bias ?? new float[outputs], bias is not null, inputs, outputs);

    /// <inheritdoc/>
    public override string Kind => "dense";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override long Parameters => _weights.Length + (HasBias ? _bias.Length : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) => (long)Units * Inputs;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <summary>Length of the input vector.</summary>
    public int Inputs { get; }

    /// <summary>Output units.</summary>
    public int Units { get; }

    /// <inheritdoc/>
    public ImmutableArray<int> WeightsOfUnit => [Inputs];

    /// <inheritdoc/>
    public bool HasBias { get; }

    /// <summary>The bias of a unit.</summary>
    public float Bias(int unit) => _bias[unit];

    /// <summary>The weights of a unit, one an input.</summary>
    public ReadOnlySpan<float> Weights(int unit) => _weights.AsSpan(unit * Inputs, Inputs);

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Count == Inputs
            ? new(Units) : throw new ArgumentException($"the weights are for {Inputs} inputs, but there are {inputs[0].Count}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var output = new double[Units];
        for (var unit = 0; unit < Units; unit++) output[unit] = Logit(inputs[0], unit).Exact;
        return output;
    }

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) =>
        [.. Enumerable.Range(0, Units).Select(unit => Logit(inputs[0], unit).Bound)];

    /// <inheritdoc/>
    public override Func<Cell, Recomputed> Recompute(IReadOnlyList<Tensor> inputs) => cell => Logit(inputs[0], cell.Unit);

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.All(inputShape);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var weights = Weights(cell.Unit).ToArray();
        var x = inputs[0].Values;
        var parts = SumPart.Largest(Inputs, i => new(x[i], weights[i], new(i)), Largest);
        return SumExplanation.Of(Kind, cell, parts, _bias[cell.Unit], output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <summary>
    /// The same sum with its products gathered in groups, one partial sum each: the maps that a flatten laid out in a row.
    /// Of many groups the largest are named, and one part stands for the others.
    /// </summary>
    /// <param name="inputs">The recorded inputs.</param>
    /// <param name="output">The recorded output.</param>
    /// <param name="cell">The unit explained.</param>
    /// <param name="groups">How inputs are gathered.</param>
    public Explanation ExplainGroups(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, InputGroups groups)
    {
        var weights = Weights(cell.Unit);
        var (sums, counts) = (new double[groups.Count], new int[groups.Count]);
        for (var i = 0; i < weights.Length; i++)
        {
            var group = groups.Of(i);
            sums[group] += (double)weights[i] * inputs[0].Values[i];
            counts[group]++;
        }

        var order = Enumerable.Range(0, groups.Count).OrderByDescending(group => Math.Abs(sums[group])).ThenBy(group => group).ToArray();
        var parts = order.Take(groups.Most).Order().Select(group => new SumPart(0, group, []) { Sum = sums[group], Count = counts[group] })
            .ToList();
        if (order.Length > groups.Most)
            parts.Add(new(0, -1, [])
            {
                Sum = order.Skip(groups.Most).Sum(group => sums[group]), Count = order.Skip(groups.Most)
                .Sum(group => counts[group])
            });
        return SumExplanation.Of(Kind, cell, parts, _bias[cell.Unit], output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <inheritdoc/>
    public bool IsPractised => true;

    /// <inheritdoc/>
    public Exercise? Practise(Tensor input, Tensor output, Cell cell)
    {
        const int written = 4;
        var weights = Weights(cell.Unit).ToArray();
        return SumExercise.OfNeuron("pr_ask_dense", [.. weights.Select((weight, i) => new SumTerm(input.Values[i], weight, new(i)))],
            written, HasBias ? _bias[cell.Unit] : null, output.Magnitude);
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(null, ("weights", _weights), ("bias", _bias));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { bias = _bias[unit] };

    /// <inheritdoc/>
    public override IReadOnlyList<double> Strengths(int unit) => Array.ConvertAll(Weights(unit).ToArray(), weight => (double)weight);

    private Recomputed Logit(Tensor input, int unit)
    {
        var weights = Weights(unit);
        double sum = _bias[unit], magnitude = Math.Abs(sum);
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (double)weights[i] * input.Values[i];
            sum += product;
            magnitude += Math.Abs(product);
        }

        return new(sum, Rounding.OfSum(sum, magnitude, weights.Length + 1));
    }
}
