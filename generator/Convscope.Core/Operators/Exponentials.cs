using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// What softmax and its logarithm share: exponentials of logits over their sum, along the units of maps or a vector, or along the
/// columns of a table. The largest logit is subtracted first, which changes no share and keeps the exponentials small.
/// </summary>
public abstract class Exponentials : Operator, ISharesOut
{
    private readonly bool _isVector = true;
    private readonly CellLine _line = new(false);

    /// <summary>How many classes an explanation names; of more, one part stands for the others.</summary>
    public const int Largest = 12;

    /// <summary>Reads along which axis.</summary>
    /// <exception cref="NotSupportedException">It is neither that of the units nor that of the columns.</exception>
    protected Exponentials(NodeDescription node)
    {
        _isVector = node.OutputShape.IsVector;
        if (!_isVector) _line = CellLine.Of(node, -1);
    }

    /// <summary>Along the units.</summary>
    protected Exponentials()
    {
    }

    /// <summary>Whether there is one share a unit, and no rows or columns.</summary>
    protected bool IsOfVector => _isVector;

    /// <summary>Whether the classes are the columns of a row, rather than the units at a cell.</summary>
    public bool AlongColumns => _line.AlongColumns;

    /// <inheritdoc/>
    public override bool IsPerUnit => AlongColumns;

    /// <summary>Checks the exponentials and what they add up to.</summary>
    /// <returns>The classes that are named.</returns>
    protected static IEnumerable<ShownPart> ExpectExponentials(ShownEquation e)
    {
        ShownPart[] named = [.. e.Parts.Where(part => part.Terms.Count > 0)];
        foreach (var part in named) e.Expect("exp(x - max)", Math.Exp((part.Terms[0].X - e["maximum"]).Value), part.Value!.Value);
        e.Expect("the largest logit", named.Max(part => part.Terms[0].X.Value), e["maximum"]);
        e.Expect("the sum of the exponentials", e.SumOfParts, e["sum"]);
        return named;
    }

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Each(inputs, Result);

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => Each(inputs, (logit, maximum, exponential, sum) =>
        Bound(logit, maximum, Result(logit, maximum, exponential, sum), _line.CountOf(inputs[0].Shape)));

    private double[] Each(IReadOnlyList<Tensor> inputs, Func<double, double, double, double, double> result)
    {
        var shape = inputs[0].Shape;
        var output = new double[shape.Count];
        for (var i = 0; i < output.Length; i++)
        {
            var first = new Cell(i / shape.MapSize, i % shape.MapSize / shape.Width, i % shape.Width);
            if (_line.IndexOf(first) != 0) continue;
            var logits = _line.Of(inputs[0], first);
            var exponentials = Of(logits);
            double maximum = logits.Max(), sum = exponentials.Sum();
            for (var k = 0; k < logits.Length; k++)
            {
                var at = _line.Place(first, k);
                output[((at.Unit * shape.Height) + at.Row) * shape.Width + at.Column] = result(logits[k], maximum, exponentials[k], sum);
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => _line.Reading(inputShape);

    /// <summary>One part a class, its exponential; the extras are the largest logit and the sum of the exponentials.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var logits = _line.Of(inputs[0], cell);
        var exponentials = Of(logits);
        double maximum = logits.Max(), sum = exponentials.Sum();
        var chosen = _line.IndexOf(cell);
        int[] named = logits.Length <= Largest
            ? [.. Enumerable.Range(0, logits.Length)]
            : [.. Enumerable.Range(0, logits.Length).OrderByDescending(i => i == chosen).ThenByDescending(i => logits[i]).ThenBy(i => i)
                .Take(Largest).Order()];
        var others = Enumerable.Range(0, logits.Length).Except(named).Sum(i => exponentials[i]);
        var line = new ExponentialLine(
            [.. named.Select(i => new ExponentialClass(logits[i], exponentials[i], output[_line.Place(cell, i)], i == chosen))],
            others, maximum, sum);
        var (x, e, s, y) = Fewest(line, output.Magnitude);
        var parts = named.Select(i =>
        {
            var from = _line.Place(cell, i);
            return new Part(0, from.Unit, [new Term(new(logits[i], x), null, from)], new(exponentials[i], e));
        }).ToList();
        if (named.Length < logits.Length) parts.Add(new(0, -1, [], new(others, e)) { Count = logits.Length - named.Length });
        var explanation = new Explanation(Kind, cell, [.. parts], null, new(output[cell], y));
        return explanation with { Extras = explanation.Extras.Add("maximum", new(maximum, x)).Add("sum", new(sum, s)) };
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(Describe(0));

    /// <summary>For the script: whether the classes are columns. Nothing of a vector, which has one cell.</summary>
    public override object? Describe(int unit) => _isVector ? null : new { alongColumns = AlongColumns };

    /// <summary>The result of one class.</summary>
    protected abstract double Result(double logit, double maximum, double exponential, double sum);

    /// <summary>How far single precision may lead from it.</summary>
    protected abstract double Bound(double logit, double maximum, double exact, int classes);

    /// <summary>
    /// The fewest decimals of logits, exponentials, their sum and the result with which every step can be reproduced from what is shown.
    /// </summary>
    protected abstract (int X, int E, int S, int Y) Fewest(ExponentialLine line, double magnitude);

    private static double[] Of(float[] logits)
    {
        double maximum = logits.Max();
        return Array.ConvertAll(logits, logit => Math.Exp(logit - maximum));
    }
}

/// <summary>One class that an explanation names.</summary>
public sealed record ExponentialClass(double Logit, double Exponential, double Result, bool IsChosen);

/// <summary>All that an explanation shows: classes by name, the exponentials of all others, the largest logit and the sum.</summary>
public sealed record ExponentialLine(ExponentialClass[] Classes, double Others, double Maximum, double Sum)
{
    /// <summary>Whether the rounded exponentials add up to the rounded sum.</summary>
    public bool AddsUp(int e, int s) => Decimals.IsWithinOne(
        Classes.Sum(c => Number.Round(c.Exponential, e)) + Number.Round(Others, e), Number.Round(Sum, s), s);

    /// <summary>Whether the rounded logits give the rounded exponentials.</summary>
    public bool AreExponentials(int x, int e) => Classes.All(c => Decimals.IsWithinOne(
        Math.Exp(Number.Round(c.Logit, x) - Number.Round(Maximum, x)), Number.Round(c.Exponential, e), e));
}
