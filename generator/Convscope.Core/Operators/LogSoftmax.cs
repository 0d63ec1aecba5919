using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>
/// The natural logarithm of softmax: each logit less the logarithm of the sum of all exponentials.
/// https://onnx.ai/onnx/operators/onnx__LogSoftmax.html
/// </summary>
[OnnxOperator("LogSoftmax", Axes = AxisRule.NamedAxes, Form = NodeForm.OneAxis)]
public sealed class LogSoftmax : Exponentials
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It is neither over the units nor over the columns.</exception>
    public LogSoftmax(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The logarithm of the softmax of a vector.</summary>
    public LogSoftmax()
    {
    }

    /// <inheritdoc/>
    public override string Kind => "log-softmax";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.LogShares;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        _ = ExpectExponentials(e);
        e.Expect("logit - max - ln(sum)", (e.Own.Terms[0].X - e["maximum"]).Value - Math.Log(e["sum"].Value), e.Result);
    }

    /// <inheritdoc/>
    protected override double Result(double logit, double maximum, double exponential, double sum) => logit - maximum - Math.Log(sum);

    /// <inheritdoc/>
    protected override double Bound(double logit, double maximum, double exact, int classes) =>
        Rounding.OfSum(exact, Math.Abs(logit) + Math.Abs(maximum) + Math.Log(classes) + 1, 4) + (Rounding.Unit * classes);

    /// <summary>The script has a twin (<c>templates/js/unit/exponentials.js</c>): change both.</summary>
    protected override (int X, int E, int S, int Y) Fewest(ExponentialLine line, double magnitude)
    {
        var chosen = line.Classes.Single(c => c.IsChosen);
        var y = Decimals.Settle(Decimals.ForMagnitude(magnitude), chosen.Logit - line.Maximum - Math.Log(line.Sum), chosen.Result);
        bool Gives(double logit, double maximum, int s) =>
            Decimals.IsWithinOne(logit - maximum - Math.Log(Number.Round(line.Sum, s)), Number.Round(chosen.Result, y), y);
        var s = 2;
        while (s < Decimals.Most && !Gives(chosen.Logit, line.Maximum, s)) s++;
        var e = s;
        while (e < Decimals.Most && !line.AddsUp(e, s)) e++;
        var x = 2;
        while (x < Decimals.Most && !(line.AreExponentials(x, e)
            && Gives(Number.Round(chosen.Logit, x), Number.Round(line.Maximum, x), s))) x++;
        return (x, e, s, y);
    }
}
