using Convscope.Core.Explain;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>Turns logits into probabilities: each exponential over their sum. https://onnx.ai/onnx/operators/onnx__Softmax.html</summary>
[OnnxOperator("Softmax", Axes = AxisRule.NamedAxes, Form = NodeForm.OneAxis)]
public sealed class Softmax : Exponentials, IPractised
{
    private const int Shown = ISharesOut.ShareDecimals;

    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It is neither over the units nor over the columns.</exception>
    public Softmax(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The softmax of a vector.</summary>
    public Softmax()
    {
    }

    /// <inheritdoc/>
    public override string Kind => "softmax";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Shares;

    /// <inheritdoc/>
    public bool IsPractised => IsOfVector;

    /// <inheritdoc/>
    public Exercise? Practise(Tensor input, Tensor output, Cell cell) =>
        input.Shape.Units > 1 ? ShareExercise.Pose("pr_ask_softmax", input.Values, cell.Unit) : null;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        foreach (var part in ExpectExponentials(e).Where(part => part.Share is not null))
            e.Expect("a class's share", part.Value!.Value.Value / e["sum"].Value, part.Share!.Value);
        e.Expect("the share", e.Own.Value!.Value.Value / e["sum"].Value, e.Result);
    }

    /// <inheritdoc/>
    protected override double Result(double logit, double maximum, double exponential, double sum) => exponential / sum;

    /// <summary>The difference of two logits is rounded, and what that leaves out of an exponent is a share of the exponential.</summary>
    protected override double Bound(double logit, double maximum, double exact, int classes) =>
        Rounding.OfSum(exact, exact * (2 + maximum - logit), classes + 4);

    /// <summary>
    /// The sum has its own decimals: a thousand rounded exponentials need more digits each than their sum shows.
    /// The script has a twin (<c>templates/js/unit/exponentials.js</c>): change both.
    /// </summary>
    protected override (int X, int E, int S, int Y) Fewest(ExponentialLine line, double magnitude)
    {
        bool AreQuotients(int e, int s) => line.Classes.All(c => Decimals.IsWithinOne(
            Number.Round(c.Exponential, e) / Number.Round(line.Sum, s), Number.Round(c.Result, Shown), Shown));
        var s = Shown;
        while (s < Decimals.Most && !AreQuotients(s, s)) s++;
        var e = s;
        while (e < Decimals.Most && !(AreQuotients(e, s) && line.AddsUp(e, s))) e++;
        var x = 2;
        while (x < Decimals.Most && !line.AreExponentials(x, e)) x++;
        return (x, e, s, Shown);
    }
}
