using System.Globalization;
using Convscope.Core.Explain;

namespace Convscope.Tests.Unit.Explain;

/// <summary>
/// A reader with a calculator: reads only the shown texts of an equation, and says what does not add up to within one unit
/// of the last shown digit. Decimal arithmetic, so that nothing hides in binary rounding.
/// </summary>
internal static class Readding
{
    internal static IReadOnlyList<string> Faults(Explanation e, Func<double, double>? function = null)
    {
        var faults = new List<string>();
        foreach (var number in Numbers(e))
        {
            if (Math.Abs((double)Read(number) - number.Exact) > (0.5 * (double)Unit(number)) + 1e-12 + (1e-15 * Math.Abs(number.Exact)))
                faults.Add($"{number.Exact:R} is not shown as {number.Shown}");
        }

        void Expect(string what, decimal recomputed, Number shown)
        {
            if (Math.Abs(recomputed - Read(shown)) > Unit(shown)) faults.Add($"{what}: {recomputed}, but {shown.Shown} is shown");
        }

        var first = e.Parts[0];
        var bias = e.Bias is { } b ? Read(b) : 0;
        switch (e.Kind)
        {
            case "conv" or "conv-transpose" or "resize" or "reduce-sum" or "dense" or "add":
                foreach (var part in e.Parts.Where(part => part.Terms.Length > 0)) Expect("part", Products(part), part.Value);
                Expect("parts", e.Parts.Sum(part => Read(part.Value)) + bias, e.Result);
                Expect("operands", e.Parts.Sum(part => part.Terms.Length > 0 ? Products(part) : Read(part.Value)) + bias, e.Result);
                break;
            case "batch-norm" or "instance-norm" or "group-norm" or "layer-norm":
                decimal x = Read(first.Terms[0].X), mean = Read(e.Extras["mean"]), scale = Read(e.Extras["scale"]);
                var spread = (decimal)Math.Sqrt((double)(Read(e.Extras["variance"]) + Read(e.Extras["epsilon"])));
                Expect("difference", x - mean, first.Value);
                Expect("spread", spread, e.Extras["spread"]);
                Expect("quotient", Read(first.Value) / Read(e.Extras["spread"]), e.Extras["normalised"]);
                Expect("result", (Read(e.Extras["normalised"]) * scale) + bias, e.Result);
                Expect("whole", ((x - mean) / spread * scale) + bias, e.Result);
                break;
            case "lrn":
                foreach (var part in e.Parts) Expect("square", Read(part.Terms[0].X) * Read(part.Terms[0].X), part.Value);
                Expect("sum", e.Parts.Sum(part => Read(part.Value)), e.Extras["sum"]);
                Expect("base", Read(e.Extras["bias"]) + (Read(e.Extras["alpha"]) / Read(e.Extras["size"]) * Read(e.Extras["sum"])), e.Extras["base"]);
                var power = Math.Pow((double)Read(e.Extras["base"]), (double)Read(e.Extras["beta"]));
                Expect("result", Read(e.Parts.First(part => part.Unit == e.At.Unit).Terms[0].X) / (decimal)power, e.Result);
                break;
            case "sub":
                Expect("difference", Read(first.Value) - Read(e.Parts[1].Value), e.Result);
                break;
            case "mul":
                Expect("product", e.Parts.Aggregate(1m, (product, part) => product * Read(part.Value)), e.Result);
                break;
            case "div" or "max" or "min" or "mean" or "pow":
                double[] operands = [.. e.Parts.Select(part => (double)Read(part.Value))];
                Expect(e.Kind, (decimal)(e.Kind switch
                {
                    "div" => operands[0] / operands[1],
                    "max" => operands.Max(),
                    "min" => operands.Min(),
                    "mean" => operands.Average(),
                    _ => Math.Pow(operands[0], operands[1]),
                }), e.Result);
                break;
            case "flatten" or "concat" or "pad" or "slice" or "reshape" or "transpose" or "channel-shuffle" or "depth-to-space" or "space-to-depth" or "tile":
                Expect("copy", Read(first.Terms[0].X), e.Result);
                break;
            case "max-pool":
                Expect("max", first.Terms.Where(term => !term.IsPadding).Max(term => Read(term.X)), e.Result);
                Expect("winner", Read(first.Terms[e.Winner].X), e.Result);
                break;
            case "average-pool":
                foreach (var part in e.Parts.Where(part => part.Terms.Length > 0)) Expect("part", Products(part), part.Value);
                Expect("sum", e.Parts.Sum(part => Read(part.Value)), e.Extras["sum"]);
                if (first.Terms.Length > 0) Expect("operands", Products(first) / Read(e.Extras["count"]), e.Result);
                Expect("mean", Read(e.Extras["sum"]) / Read(e.Extras["count"]), e.Result);
                break;
            case "softmax" or "log-softmax":
                foreach (var part in e.Parts.Where(part => part.Terms.Length > 0))
                    Expect("exponential", (decimal)Math.Exp((double)(Read(part.Terms[0].X) - Read(e.Extras["maximum"]))), part.Value);
                Expect("sum", e.Parts.Sum(part => Read(part.Value)), e.Extras["sum"]);
                var own = e.Parts.First(part => part.Terms.Any(term => term.From == e.At));
                if (e.Kind == "softmax") Expect("quotient", Read(own.Value) / Read(e.Extras["sum"]), e.Result);
                else Expect("logarithm", Read(own.Terms[0].X) - Read(e.Extras["maximum"]) - (decimal)Math.Log((double)Read(e.Extras["sum"])), e.Result);
                break;
            default:
                Expect("function", (decimal)function!((double)Read(first.Terms[0].X)), e.Result);
                break;
        }

        return faults;
    }

    internal static IEnumerable<Number> Numbers(Explanation e) =>
    [
        .. e.Parts.SelectMany(part => part.Terms).SelectMany(term => term.W is { } w ? [term.X, w] : (Number[])[term.X]),
        .. e.Parts.Select(part => part.Value), .. e.Extras.Values, e.Result, .. e.Bias is { } bias ? [bias] : (Number[])[],
    ];

    private static decimal Products(Part part) => part.Terms.Sum(term => Read(term.X) * (term.W is { } w ? Read(w) : 1));

    private static decimal Read(Number number) => decimal.Parse(number.Shown.Replace('\u2212', '-'), CultureInfo.InvariantCulture);

    private static decimal Unit(Number number) => new(1, 0, 0, false, (byte)number.Decimals);
}
