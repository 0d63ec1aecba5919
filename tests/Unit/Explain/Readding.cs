using Convscope.Core.Explain;
using Convscope.Core.Operators;
using Convscope.Core.Texts;

namespace Convscope.Tests.Unit.Explain;

/// <summary>
/// A reader with a calculator: reads only the shown texts of an equation, and says what does not add up to within one unit
/// of the last shown digit.
/// </summary>
internal static class Readding
{
    internal static IReadOnlyList<string> Faults(Explanation e, Phrase? formula = null)
    {
        var faults = Numbers(e).Where(number => !IsRounded(number)).Select(number => $"{number.Exact:R} is not shown as {number.Shown}")
            .ToList();
        var shown = ShownEquation.Of(e, formula?.ToString() ?? "");
        if (EquationCatalog.Find(e.Kind) is { } rule) rule(shown);
        else faults.Add($"no rule says what {e.Kind} computes");
        return [.. faults, .. shown.Faults];
    }

    internal static IEnumerable<Number> Numbers(Explanation e) =>
    [
        .. e.Parts.SelectMany(part => part.Terms).SelectMany(term => term.W is { } w ? [term.X, w] : (Number[])[term.X]),
        .. e.Parts.Select(part => part.Value), .. e.Extras.Values, e.Result, .. e.Bias is { } bias ? [bias] : (Number[])[],
    ];

    private static bool IsRounded(Number number) => !double.IsFinite(number.Exact)
        || Math.Abs(Read(number).Value - number.Exact) <= (0.5 * Read(number).Unit) + (1e-14 * Math.Abs(number.Exact));

    private static ShownNumber Read(Number number) =>
        ShownNumber.Read(number.Shown) ?? throw new FormatException($"'{number.Shown}' is no number");
}
