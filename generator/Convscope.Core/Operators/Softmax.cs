using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Turns logits into probabilities: each exponential over their sum. The largest logit is subtracted first, which changes
/// no probability and keeps the exponentials small. https://onnx.ai/onnx/operators/onnx__Softmax.html
/// </summary>
[OnnxOperator("Softmax")]
public sealed class Softmax : Operator
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It isn't over a vector.</exception>
    public Softmax(NodeDescription node)
    {
        if (!node.OutputShape.IsVector) throw new NotSupportedException();
    }

    /// <summary>The softmax of a vector.</summary>
    public Softmax()
    {
    }

    /// <inheritdoc/>
    public override string Kind => "softmax";

    /// <inheritdoc/>
    public override string Title => "Softmax";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override bool GivesProbabilities => true;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var exponentials = Exponentials(inputs[0].Values);
        var sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, e => e / sum);
    }

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape) => Region.All(inputShape);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var logits = inputs[0].Values;
        var exponentials = Exponentials(logits);
        double maximum = logits.Max(), sum = exponentials.Sum(), result = output[cell];
        var (x, e, s) = Fewest(logits, exponentials, maximum, sum, cell.Unit, result);
        var parts = logits.Select((logit, i) => new Part(0, i, [new Term(new(logit, x), null, new(i))], new(exponentials[i], e)));
        var explanation = new Explanation(Kind, cell, [.. parts], null, new(result, Shown));
        return explanation with { Extras = explanation.Extras.Add("maximum", new(maximum, x)).Add("sum", new(sum, s)) };
    }

    /// <summary>Decimals of a probability.</summary>
    private const int Shown = 4;

    /// <summary>
    /// The fewest decimals of logits, exponentials and their sum with which every step can be reproduced from what is shown.
    /// The sum has its own: a thousand rounded exponentials need more digits each than their sum shows.
    /// </summary>
    private static (int X, int E, int S) Fewest(float[] logits, double[] exponentials, double maximum, double sum, int unit, double result)
    {
        bool IsQuotient(int e, int s) => Decimals.IsWithinOne(
            Number.Round(exponentials[unit], e) / Number.Round(sum, s), Number.Round(result, Shown), Shown);
        var s = Shown;
        while (s < Decimals.Most && !IsQuotient(s, s)) s++;
        var e = s;
        while (e < Decimals.Most && !(
            IsQuotient(e, s) && Decimals.IsWithinOne(exponentials.Sum(value => Number.Round(value, e)), Number.Round(sum, s), s))) e++;
        var x = 2;
        while (x < Decimals.Most && !Enumerable.Range(0, logits.Length).All(i =>
            Decimals.IsWithinOne(Math.Exp(Number.Round(logits[i], x) - Number.Round(maximum, x)), Number.Round(exponentials[i], e), e))) x++;
        return (x, e, s);
    }

    private static double[] Exponentials(float[] logits)
    {
        double maximum = logits.Max();
        return Array.ConvertAll(logits, logit => Math.Exp(logit - maximum));
    }
}
