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

    /// <summary>How many classes an explanation names; of more, one part stands for the others.</summary>
    public const int Largest = 12;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var logits = inputs[0].Values;
        var exponentials = Exponentials(logits);
        double maximum = logits.Max(), sum = exponentials.Sum();
        int[] named = logits.Length <= Largest
            ? [.. Enumerable.Range(0, logits.Length)]
            : [.. Enumerable.Range(0, logits.Length).OrderByDescending(i => i == cell.Unit).ThenByDescending(i => logits[i]).ThenBy(i => i).Take(Largest).Order()];
        var others = Enumerable.Range(0, logits.Length).Except(named).Sum(i => exponentials[i]);
        var (x, e, s) = Fewest([.. named.Select(i => (logits[i], exponentials[i], output.Values[i]))], others, maximum, sum);
        var parts = named.Select(i => new Part(0, i, [new Term(new(logits[i], x), null, new(i))], new(exponentials[i], e))).ToList();
        if (named.Length < logits.Length) parts.Add(new(0, -1, [], new(others, e)) { Count = logits.Length - named.Length });
        var explanation = new Explanation(Kind, cell, [.. parts], null, new(output[cell], Shown));
        return explanation with { Extras = explanation.Extras.Add("maximum", new(maximum, x)).Add("sum", new(sum, s)) };
    }

    /// <summary>Decimals of a probability.</summary>
    public const int Shown = 4;

    /// <summary>
    /// The fewest decimals of logits, exponentials and their sum with which every step can be reproduced from what is shown.
    /// The sum has its own: a thousand rounded exponentials need more digits each than their sum shows.
    /// The script has a twin (<c>templates/widgets/softmax/widget.js</c>): change both.
    /// </summary>
    private static (int X, int E, int S) Fewest((double Logit, double Exponential, double Result)[] classes, double others, double maximum, double sum)
    {
        bool AreQuotients(int e, int s) => classes.All(c => Decimals.IsWithinOne(
            Number.Round(c.Exponential, e) / Number.Round(sum, s), Number.Round(c.Result, Shown), Shown));
        var s = Shown;
        while (s < Decimals.Most && !AreQuotients(s, s)) s++;
        var e = s;
        while (e < Decimals.Most && !(AreQuotients(e, s) && Decimals.IsWithinOne(
            classes.Sum(c => Number.Round(c.Exponential, e)) + Number.Round(others, e), Number.Round(sum, s), s))) e++;
        var x = 2;
        while (x < Decimals.Most && !classes.All(c =>
            Decimals.IsWithinOne(Math.Exp(Number.Round(c.Logit, x) - Number.Round(maximum, x)), Number.Round(c.Exponential, e), e))) x++;
        return (x, e, s);
    }

    private static double[] Exponentials(float[] logits)
    {
        double maximum = logits.Max();
        return Array.ConvertAll(logits, logit => Math.Exp(logit - maximum));
    }
}
