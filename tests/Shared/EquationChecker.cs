using System.Globalization;
using AngleSharp.Dom;

namespace Convscope.Tests.Shared;

/// <summary>
/// Works out every equation of a page with a calculator's means: only the digits that are shown. Knows the documented
/// markup (<c>data-equation</c>, <c>data-partial</c>, <c>data-term</c>, <c>data.x .w .p .b .s .n .m .d .y</c>) and nothing else.
/// </summary>
internal static class EquationChecker
{
    /// <summary>Checks every equation inside a node.</summary>
    /// <returns>What doesn't add up; empty when all does.</returns>
    public static IReadOnlyList<string> Check(IParentNode page)
    {
        var problems = new List<string>();
        foreach (var data in page.QuerySelectorAll("data[value]")) Rounds(data, problems);
        foreach (var equation in page.QuerySelectorAll("[data-equation]")) AddsUp(equation, problems);
        return problems;
    }

    /// <summary>The shown text is the exact value, rounded.</summary>
    private static void Rounds(IElement data, List<string> problems)
    {
        if (!double.TryParse(data.GetAttribute("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) || !double.IsFinite(exact)) return;
        var shown = Shown.Of(data);
        if (Math.Abs(shown.Value - exact) > (0.5 * shown.Unit) + (1e-7 * Math.Abs(exact)))
            problems.Add($"{data.TextContent} is shown for {data.GetAttribute("value")}");
    }

    private static void AddsUp(IElement equation, List<string> problems)
    {
        var kind = equation.GetAttribute("data-equation")!;
        if (kind == "output-size")
        {
            OutputSize(equation, problems);
            return;
        }

        if (equation.QuerySelector("data.y") is not { } last)
        {
            problems.Add($"{kind} shows no result");
            return;
        }

        var result = Shown.Of(last);
        void Expect(double value, Shown shown, string what)
        {
            if (!shown.IsReachedBy(value)) problems.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}: {what} gives {value}, but {shown.Value} is shown"));
        }

        switch (kind)
        {
            case "max-pool":
                Expect(Operands(equation).Max(), result, "the largest operand");
                break;
            case "relu":
                Expect(Math.Max(0, Operands(equation).Single()), result, "max(0, x)");
                break;
            case "leaky-relu" or "elu" or "clip" or "hard-sigmoid" or "hard-swish":
                break; // what they compute depends on settings that the page doesn't hold
            case "concat" or "flatten":
                Expect(Operands(equation).Single(), result, "the copy");
                break;
            case "product":
                Expect(Product(equation.QuerySelector("[data-term]")!), result, "the product");
                break;
            case "preprocess":
                _ = Partials(equation, Expect);
                Expect((Number(equation, "p")!.Value - Number(equation, "m")!.Value) / Number(equation, "d")!.Value, result, "(p - mean) / std");
                break;
            case "sigmoid":
                Expect(1 / (1 + Math.Exp(-Operands(equation).Single())), result, "1 / (1 + exp(-x))");
                break;
            case "tanh":
                Expect(Math.Tanh(Operands(equation).Single()), result, "tanh x");
                break;
            case "softmax":
                Softmax(equation, result, Expect);
                break;
            case "conv" or "dense" or "add" or "batch-norm":
                Expect(Partials(equation, Expect) + (Number(equation, "b")?.Value ?? 0), result, "the partial sums and the bias");
                break;
            case "sub":
                Expect(Operands(equation).Aggregate((difference, x) => difference - x), result, "the difference");
                break;
            case "mul":
                Expect(Operands(equation).Aggregate((product, x) => product * x), result, "the product");
                break;
            case "average-pool":
                var sum = Number(equation, "s")!;
                Expect(Partials(equation, Expect), sum, "the window");
                Expect(sum.Value / Number(equation, "n")!.Value, result, "the mean");
                break;
        }
    }

    /// <summary>Whole numbers: floor((input + 2 padding - dilation (kernel - 1) - 1) / stride) + 1, and nothing where there is no room.</summary>
    private static void OutputSize(IElement equation, List<string> problems)
    {
        double Of(string role) => Number(equation, role)!.Value;
        var room = Of("input") + (2 * Of("padding")) - (Of("dilation") * (Of("kernel") - 1)) - 1;
        double? size = room < 0 ? null : Math.Floor(room / Of("stride")) + 1;
        if (room != Of("room") || size != Number(equation, "y")?.Value) problems.Add($"output-size: {equation.TextContent}");
    }

    /// <summary>Checks every partial sum against its terms and adds up what is shown of them.</summary>
    private static double Partials(IElement equation, Action<double, Shown, string> expect)
    {
        double total = 0;
        var count = 0;
        foreach (var partial in equation.QuerySelectorAll("[data-partial]"))
        {
            var shown = Number(partial, "p")!;
            var terms = partial.QuerySelectorAll("[data-term]");
            if (terms.Length > 0) expect(terms.Sum(Product), shown, $"partial sum {count}");
            total += shown.Value;
            count++;
        }

        return count > 0 ? total : double.NaN;
    }

    private static void Softmax(IElement equation, Shown result, Action<double, Shown, string> expect)
    {
        var partials = equation.QuerySelectorAll("[data-partial]");
        var maximum = Number(equation, "m")!.Value;
        var named = partials.Where(partial => Number(partial, "x") is not null).ToList();
        foreach (var partial in named)
            expect(Math.Exp(Number(partial, "x")!.Value - maximum), Number(partial, "p")!, "exp(x - max)");
        var sum = Number(equation, "s")!;
        expect(named.Max(partial => Number(partial, "x")!.Value), Shown.Of(equation.QuerySelector("data.m")!), "the largest logit");
        foreach (var partial in named.Where(partial => Number(partial, "q") is not null))
            expect(Number(partial, "p")!.Value / sum.Value, Number(partial, "q")!, "a class's share");
        expect(partials.Sum(partial => Number(partial, "p")!.Value), sum, "the sum of the exponentials");
        expect(Number(partials.Single(partial => partial.ClassList.Contains("chosen")), "p")!.Value / sum.Value, result, "the share");
    }

    private static double Product(IElement term) => Number(term, "x")!.Value * (Number(term, "w")?.Value ?? 1);

    /// <summary>Operands on the map: a padded cell is no candidate.</summary>
    private static IEnumerable<double> Operands(IElement equation) =>
        equation.QuerySelectorAll("[data-term]:not(.padding) data.x").Select(data => Shown.Of(data).Value);

    private static Shown? Number(IElement within, string role) =>
        within.QuerySelector($"data.{role}") is { } data ? Shown.Of(data) : null;
}
