using System.Globalization;
using AngleSharp.Dom;

namespace Convscope.Tests.Shared.Equations;

/// <summary>One equation of a page, read as a person with a calculator would: only the digits that are shown.</summary>
internal sealed class Equation(IElement element, List<string> problems)
{
    /// <summary>The operator's kind.</summary>
    public string Kind { get; } = element.GetAttribute("data-equation") ?? "";

    /// <summary>The element.</summary>
    public IElement Element => element;

    /// <summary>The result shown.</summary>
    public Shown Result => Number("y") ?? throw new InvalidOperationException($"{Kind} shows no result");

    /// <summary>The first number of a role: <c>b</c>, <c>s</c>, <c>n</c>.</summary>
    public Shown? Number(string role) => NumberIn(element, role);

    /// <summary>The first number of a role inside a part.</summary>
    public static Shown? NumberIn(IElement within, string role) =>
        within.QuerySelector($"data.{role}") is { } data ? Shown.Of(data) : null;

    /// <summary>The value of a number that must be there.</summary>
    public double Value(string role) => Number(role)?.Value ?? throw new InvalidOperationException($"{Kind} shows no number '{role}'");

    /// <summary>Operands on the map: a padded cell is no candidate.</summary>
    public IReadOnlyList<double> Operands =>
        [.. element.QuerySelectorAll("[data-term]:not(.padding) data.x").Select(data => Shown.Of(data).Value)];

    /// <summary>The parts.</summary>
    public IEnumerable<IElement> Parts => element.QuerySelectorAll("[data-partial]");

    /// <summary>Notes a problem unless a value is the shown number to within one unit of its last digit.</summary>
    public void Expect(double value, Shown shown, string what)
    {
        if (!shown.IsReachedBy(value))
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Kind}: {what} gives {value}, but {shown.Value} is shown"));
    }

    /// <summary>Notes a problem unless a value is the shown result.</summary>
    public void ExpectResult(double value, string what) => Expect(value, Result, what);

    /// <summary>Checks every partial sum against its terms and adds up what is shown of them.</summary>
    public double SumOfParts()
    {
        double total = 0;
        var count = 0;
        foreach (var partial in Parts)
        {
            var shown = NumberIn(partial, "p")!;
            var terms = partial.QuerySelectorAll("[data-term]");
            if (terms.Length > 0) Expect(terms.Sum(Product), shown, $"partial sum {count}");
            total += shown.Value;
            count++;
        }

        return count > 0 ? total : double.NaN;
    }

    /// <summary>Operand times weight; a term without a weight counts once.</summary>
    public static double Product(IElement term) => NumberIn(term, "x")!.Value * (NumberIn(term, "w")?.Value ?? 1);
}
