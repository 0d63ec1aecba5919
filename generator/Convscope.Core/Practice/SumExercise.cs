using Convscope.Core.Explain;

namespace Convscope.Core.Practice;

/// <summary>A weighted sum with a bias: few products written out, and all others as one number.</summary>
/// <param name="Question">The key of the question.</param>
/// <param name="Terms">The products to work out.</param>
/// <param name="Columns">How many stand in a row.</param>
/// <param name="Rest">What all other products add up to; null where there are none.</param>
/// <param name="Bias">The bias; null where there is none.</param>
/// <param name="Magnitude">The largest number of the layer, which decides about digits.</param>
internal sealed record SumExercise(
    string Question, IReadOnlyList<SumTerm> Terms, int Columns, double? Rest, double? Bias, double Magnitude)
{
    private const int FewestNumbers = 3;

    /// <summary>The exercise of a kernel at a place: its products in one channel, and those of all others as one number.</summary>
    public static Exercise? OfKernel(string question, IReadOnlyList<SumPart> parts, double? bias, double magnitude)
    {
        var part = parts.MaxBy(part => Math.Abs(part.Sum))!;
        var rest = parts.Count > 1 ? parts.Where(other => other != part).Sum(other => other.Sum) : (double?)null;
        return new SumExercise(question, part.Terms, part.Columns, rest, bias, magnitude).Pose(isKernel: true);
    }

    /// <summary>The exercise of a neuron: its largest products, and all others as one number.</summary>
    public static Exercise? OfNeuron(string question, IReadOnlyList<SumTerm> terms, int largest, double? bias, double magnitude)
    {
        SumTerm[] order = [.. terms.OrderByDescending(term => Math.Abs(term.X * (term.W ?? 1)))];
        var rest = order.Length > largest ? order.Skip(largest).Sum(term => term.X * (term.W ?? 1)) : (double?)null;
        return new SumExercise(question, [.. order.Take(largest)], largest, rest, bias, magnitude).Pose(isKernel: false);
    }

    private Exercise? Pose(bool isKernel)
    {
        var (xs, ws) = (Written.Rounded([.. Terms.Select(term => term.X)]), Written.Rounded([.. Terms.Select(term => term.W ?? 1)]));
        if (xs.Select(x => x.Value).Where(x => x != 0).Distinct().Count() < Math.Min(FewestNumbers, xs.Length)) return null;
        if (ws.All(w => w.Value == 0) || !double.IsFinite(Magnitude)) return null;

        var decimals = Decimals.ForMagnitude(Magnitude);
        Number? rest = Rest is { } r ? Written.Rounded(r, decimals) : null, bias = Bias is { } b ? Written.Rounded(b, decimals) : null;
        double others = rest?.Value ?? 0, added = bias?.Value ?? 0;
        var products = xs.Zip(ws, (x, w) => x.Value * w.Value).ToArray();
        var sum = products.Sum();
        var answer = new Number(sum + others + added, decimals);

        List<GivenNumbers> given =
        [
            GivenNumbers.Grid(isKernel ? "pr_patch" : "pr_inputs", xs, Columns),
            GivenNumbers.Grid(isKernel ? "pr_kernel" : "pr_weights", ws, Columns),
        ];
        if (rest is { } known) given.Add(GivenNumbers.One(isKernel ? "pr_channels" : "pr_products", known));
        if (bias is { } constant) given.Add(GivenNumbers.One("pr_bias", constant));

        var shown = new Number(sum, decimals);
        var more = new[] { rest, bias }.OfType<Number>().ToArray();
        List<string> steps = [string.Join(" + ", xs.Zip(ws, (x, w) => $"{x.Inside()} × {w.Inside()}")) + $" = {shown.Shown}"];
        if (more.Length > 0) steps.Add($"{Written.Sum([shown, .. more])} = {answer.Shown}");

        double Crossed(Func<int, int> of) => Enumerable.Range(0, xs.Length).Sum(i => xs[i].Value * ws[of(i)].Value) + others + added;
        var (last, isSquare) = (xs.Length - 1, Columns * Columns == xs.Length);
        return Exercise.Of(new(Question), given, answer, steps,
            new("no_bias", bias is null ? double.NaN : sum + others),
            new("no_rest", rest is null ? double.NaN : sum + added),
            new("only_products", sum),
            new("flipped", isKernel ? Crossed(i => last - i) : double.NaN),
            new("turned", isKernel && isSquare ? Crossed(i => (i % Columns * Columns) + (i / Columns)) : double.NaN),
            new("bias_subtracted", bias is null ? double.NaN : sum + others - added),
            new("no_weights", xs.Sum(x => x.Value) + others + added),
            new("no_signs", xs.Zip(ws, (x, w) => Math.Abs(x.Value * w.Value)).Sum() + others + added));
    }
}
