using Convscope.Core.Explain;

namespace Convscope.Tests.Unit.Explain;

/// <summary>
/// A reader with a calculator: reads only the shown texts of an equation, and says what does not add up to within one unit
/// of the last shown digit.
/// </summary>
internal static class Readding
{
    internal static IReadOnlyList<string> Faults(Explanation e, Func<double, double>? function = null)
    {
        var faults = new List<string>();
        foreach (var number in Numbers(e))
        {
            if (double.IsFinite(number.Exact) && Math.Abs(Read(number).Value - number.Exact) > (0.5 * Read(number).Unit)
                + (1e-14 * Math.Abs(number.Exact)))
                faults.Add($"{number.Exact:R} is not shown as {number.Shown}");
        }

        void Expect(string what, ShownNumber recomputed, Number shown)
        {
            var difference = recomputed - Read(shown);
            if (Math.Abs(difference.Value) > Read(shown).Unit) faults.Add($"{what}: {recomputed.Value:R}, but {shown.Shown} is shown");
        }

        void ExpectAbout(string what, double recomputed, Number shown)
        {
            if (Math.Abs(recomputed - Read(shown).Value) > Read(shown).Unit + (1e-13 * Math.Abs(recomputed)))
                faults.Add($"{what}: {recomputed:R}, but {shown.Shown} is shown");
        }

        var first = e.Parts[0];
        var bias = e.Bias is { } b ? Read(b) : ShownNumber.Zero;
        switch (e.Kind)
        {
            case "conv" or "conv-transpose" or "resize" or "reduce-sum" or "dense" or "add":
                foreach (var part in e.Parts.Where(part => part.Terms.Length > 0)) Expect("part", Products(part), part.Value);
                Expect("parts", Sum(e.Parts.Select(part => Read(part.Value))) + bias, e.Result);
                Expect("operands", Sum(e.Parts.Select(part => part.Terms.Length > 0 ? Products(part) : Read(part.Value))) + bias, e.Result);
                break;
            case "batch-norm" or "instance-norm" or "group-norm" or "layer-norm":
                var (x, mean, scale) = (Read(first.Terms[0].X), Read(e.Extras["mean"]), Read(e.Extras["scale"]));
                var spread = Math.Sqrt((Read(e.Extras["variance"]) + Read(e.Extras["epsilon"])).Value);
                Expect("difference", x - mean, first.Value);
                ExpectAbout("spread", spread, e.Extras["spread"]);
                ExpectAbout("quotient", Read(first.Value).Value / Read(e.Extras["spread"]).Value, e.Extras["normalised"]);
                Expect("result", (Read(e.Extras["normalised"]) * scale) + bias, e.Result);
                ExpectAbout("whole", ((x - mean).Value / spread * scale.Value) + bias.Value, e.Result);
                break;
            case "lrn":
                foreach (var part in e.Parts) Expect("square", Read(part.Terms[0].X) * Read(part.Terms[0].X), part.Value);
                Expect("sum", Sum(e.Parts.Select(part => Read(part.Value))), e.Extras["sum"]);
                ExpectAbout("base", Read(e.Extras["bias"]).Value
                    + (Read(e.Extras["alpha"]).Value / Read(e.Extras["size"]).Value * Read(e.Extras["sum"]).Value), e.Extras["base"]);
                var power = Math.Pow(Read(e.Extras["base"]).Value, Read(e.Extras["beta"]).Value);
                ExpectAbout("result", Read(e.Parts.First(part => part.Unit == e.At.Unit).Terms[0].X).Value / power, e.Result);
                break;
            case "sub":
                Expect("difference", Read(first.Value) - Read(e.Parts[1].Value), e.Result);
                break;
            case "mul":
                Expect("product", e.Parts.Aggregate(ShownNumber.One, (product, part) => product * Read(part.Value)), e.Result);
                break;
            case "div" or "max" or "min" or "mean" or "pow":
                double[] operands = [.. e.Parts.Select(part => Read(part.Value).Value)];
                ExpectAbout(e.Kind, e.Kind switch
                {
                    "div" => operands[0] / operands[1],
                    "max" => operands.Max(),
                    "min" => operands.Min(),
                    "mean" => operands.Average(),
                    _ => Math.Pow(operands[0], operands[1]),
                }, e.Result);
                break;
            case "flatten" or "concat" or "pad" or "slice" or "reshape" or "transpose" or "channel-shuffle" or "depth-to-space" or "space-to-depth" or "tile":
                Expect("copy", Read(first.Terms[0].X), e.Result);
                break;
            case "max-pool":
                ExpectAbout("max", first.Terms.Where(term => !term.IsPadding).Max(term => Read(term.X).Value), e.Result);
                Expect("winner", Read(first.Terms[e.Winner].X), e.Result);
                break;
            case "average-pool":
                foreach (var part in e.Parts.Where(part => part.Terms.Length > 0)) Expect("part", Products(part), part.Value);
                Expect("sum", Sum(e.Parts.Select(part => Read(part.Value))), e.Extras["sum"]);
                if (first.Terms.Length > 0) ExpectAbout("operands", Products(first).Value / Read(e.Extras["count"]).Value, e.Result);
                ExpectAbout("mean", Read(e.Extras["sum"]).Value / Read(e.Extras["count"]).Value, e.Result);
                break;
            case "softmax" or "log-softmax":
                foreach (var part in e.Parts.Where(part => part.Terms.Length > 0))
                    ExpectAbout("exponential", Math.Exp((Read(part.Terms[0].X) - Read(e.Extras["maximum"])).Value), part.Value);
                Expect("sum", Sum(e.Parts.Select(part => Read(part.Value))), e.Extras["sum"]);
                var own = e.Parts.First(part => part.Terms.Any(term => term.From == e.At));
                if (e.Kind == "softmax") ExpectAbout("quotient", Read(own.Value).Value / Read(e.Extras["sum"]).Value, e.Result);
                else ExpectAbout("logarithm",
                    (Read(own.Terms[0].X) - Read(e.Extras["maximum"])).Value - Math.Log(Read(e.Extras["sum"]).Value), e.Result);
                break;
            default:
                ExpectAbout("function", function!(Read(first.Terms[0].X).Value), e.Result);
                break;
        }

        return faults;
    }

    internal static IEnumerable<Number> Numbers(Explanation e) =>
    [
        .. e.Parts.SelectMany(part => part.Terms).SelectMany(term => term.W is { } w ? [term.X, w] : (Number[])[term.X]),
        .. e.Parts.Select(part => part.Value), .. e.Extras.Values, e.Result, .. e.Bias is { } bias ? [bias] : (Number[])[],
    ];

    private static ShownNumber Products(Part part) =>
        Sum(part.Terms.Select(term => Read(term.X) * (term.W is { } w ? Read(w) : ShownNumber.One)));

    private static ShownNumber Sum(IEnumerable<ShownNumber> numbers) => numbers.Aggregate(ShownNumber.Zero, (sum, number) => sum + number);

    private static ShownNumber Read(Number number) => ShownNumber.Parse(number.Shown);
}
