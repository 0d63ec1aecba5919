using System.Globalization;
using AngleSharp.Dom;
using Convscope.Core.Explain;
using Convscope.Core.Operators;
using Convscope.Tests.Shared.Equations;

namespace Convscope.Tests.Shared;

/// <summary>
/// Works out every equation of a page with a calculator's means: only the digits that are shown. Knows the documented markup
/// (<c>data-equation</c>, <c>data-partial</c>, <c>data-term</c>, <c>data.x .w .p .b .s .n .m .d .y</c>); what each kind computes says its
/// operator. A kind without a rule is a problem.
/// </summary>
internal static class EquationChecker
{
    /// <summary>Checks every equation inside a node.</summary>
    /// <returns>What doesn't add up; empty when all does.</returns>
    public static IReadOnlyList<string> Check(IParentNode page)
    {
        var problems = new List<string>();
        foreach (var data in page.QuerySelectorAll("data[value]")) Rounds(data, problems);
        foreach (var data in page.QuerySelectorAll("[data-equation] data")) HasBrackets(data, problems);
        foreach (var element in page.QuerySelectorAll("[data-equation]")) AddsUp(element, problems);
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

    private static void AddsUp(IElement element, List<string> problems)
    {
        var kind = element.GetAttribute("data-equation") ?? "";
        var rule = PageEquations.Rules.GetValueOrDefault(kind) ?? EquationCatalog.Find(kind);
        if (kind != "output-size" && element.QuerySelector("data.y") is null) problems.Add($"{kind} shows no result");
        else if (rule is null) problems.Add($"no rule says what {kind} computes");
        else if (element.QuerySelectorAll("data")
            .All(data => data.TextContent.Length == 0 || ShownNumber.Read(data.TextContent) is not null))
        {
            var equation = PageEquation.Of(element);
            rule(equation);
            problems.AddRange(equation.Faults.Select(fault => $"{kind}: {fault}"));
            AreCopies(element, problems);
        }
    }

    /// <summary>A number that stands a second time is the same.</summary>
    private static void AreCopies(IElement element, List<string> problems)
    {
        var own = element.QuerySelector("[data-partial].chosen data.x") ?? element.QuerySelector("data.x");
        foreach (var copy in element.QuerySelectorAll("data[data-copy]"))
        {
            var role = copy.ClassList[0]!;
            var originals = element.QuerySelectorAll($"data.{role}:not([data-copy])");
            var original = role == "l" ? own : originals.Length == 1 ? originals[0] : null;
            if (original is not null && !Shown.Of(copy).IsReachedBy(Shown.Of(original).Value))
                problems.Add($"{copy.TextContent} stands for {original.TextContent} a second time");
        }
    }
}
