using System.Globalization;
using System.Reflection;
using AngleSharp.Dom;
using Convscope.Tests.Shared.Equations;

namespace Convscope.Tests.Shared;

/// <summary>
/// Works out every equation of a page with a calculator's means: only the digits that are shown. Knows the documented
/// markup (<c>data-equation</c>, <c>data-partial</c>, <c>data-term</c>, <c>data.x .w .p .b .s .n .m .d .y</c>) and, by
/// <see cref="EquationRuleAttribute"/>, what each kind computes: a kind without a rule is a problem.
/// </summary>
internal static class EquationChecker
{
    private static readonly Dictionary<string, Action<Equation>> Rules = (
        from type in typeof(EquationChecker).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        let mark = method.GetCustomAttribute<EquationRuleAttribute>()
        where mark is not null
        from kind in mark.Kinds
        select (kind, rule: method.CreateDelegate<Action<Equation>>()))
            .ToDictionary(pair => pair.kind, pair => pair.rule, StringComparer.Ordinal);

    /// <summary>Checks every equation inside a node.</summary>
    /// <returns>What doesn't add up; empty when all does.</returns>
    public static IReadOnlyList<string> Check(IParentNode page)
    {
        var problems = new List<string>();
        foreach (var data in page.QuerySelectorAll("data[value]")) Rounds(data, problems);
        foreach (var data in page.QuerySelectorAll("[data-equation] data")) HasBrackets(data, problems);
        foreach (var element in page.QuerySelectorAll("[data-equation]")) AddsUp(new(element, problems), problems);
        return problems;
    }

    /// <summary>The shown text is the exact value, rounded.</summary>
    private static void Rounds(IElement data, List<string> problems)
    {
        if (!double.TryParse(data.GetAttribute("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            || !double.IsFinite(exact)) return;
        var shown = Shown.Of(data);
        if (Math.Abs(shown.Value - exact) > (0.5 * shown.Unit) + (1e-7 * Math.Abs(exact)))
            problems.Add($"{data.TextContent} is shown for {data.GetAttribute("value")}");
    }

    /// <summary>A number below zero doesn't follow a sign without brackets, nor is it raised to a power without them.</summary>
    private static void HasBrackets(IElement data, List<string> problems)
    {
        if (!data.TextContent.StartsWith('\u2212') || data.HasAttribute("hidden")) return;
        if ((data.Closest(".total") ?? data.Closest("[data-term], th, td, li")) is not { } line) return;
        var texts = line.GetDescendants().OfType<IText>().ToList();
        string TextOf(IEnumerable<IText> some) => string.Concat(some.Select(text => text.Data)).Trim();
        var before = TextOf(texts.TakeWhile(text => text.ParentElement != data));
        var after = TextOf(texts.SkipWhile(text => text.ParentElement != data).Where(text => text.ParentElement != data));
        if ("\u00d7/+\u2212^\u00f7".Contains(before.LastOrDefault('='), StringComparison.Ordinal) || after.StartsWith('^'))
            problems.Add($"{data.TextContent} needs brackets after '{before}'");
    }

    private static void AddsUp(Equation equation, List<string> problems)
    {
        if (equation.Kind != "output-size" && equation.Number("y") is null) problems.Add($"{equation.Kind} shows no result");
        else if (!Rules.TryGetValue(equation.Kind, out var rule)) problems.Add($"no rule says what {equation.Kind} computes");
        else rule(equation);
    }
}
