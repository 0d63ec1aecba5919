using AngleSharp.Dom;
using Convscope.Core.Explain;

namespace Convscope.Tests.Shared.Equations;

/// <summary>Reads an equation of a page as a person with a calculator would: only the digits that are shown, by the documented
/// markup.</summary>
internal static class PageEquation
{
    /// <summary>The classes of numbers that views call by longer names.</summary>
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["result"] = "y", ["sum"] = "s", ["count"] = "n", ["maximum"] = "m", ["spread"] = "d", ["normalised"] = "q", ["base"] = "q",
    };

    /// <summary>An element with <c>data-equation</c>.</summary>
    public static ShownEquation Of(IElement element)
    {
        var partials = element.QuerySelectorAll("[data-partial]").ToArray();
        ShownPart[] parts = partials.Length > 0 ? [.. partials.Select(Part)] : [new(null, Terms(element))];
        return new(parts, name => Number(element, Classes.GetValueOrDefault(name, name)), Formula(element));
    }

    /// <summary>The first number of a class that isn't a copy.</summary>
    public static ShownNumber? Number(IElement within, string role) =>
        (within.QuerySelector($"data.{role}:not([data-copy])") ?? within.QuerySelector($"data.{role}")) is { } data
            ? ShownNumber.Read(data.TextContent) : null;

    private static ShownPart Part(IElement partial) =>
        new(Number(partial, "p"), Terms(partial), partial.ClassList.Contains("chosen")) { Share = Number(partial, "q") };

    private static ShownTerm[] Terms(IElement within) => [.. within.QuerySelectorAll("[data-term]").Select(term => new ShownTerm(
        Number(term, "x") ?? ShownNumber.Zero, Number(term, "w"), term.ClassList.Contains("padding"), term.ClassList.Contains("winner")))];

    /// <summary>What stands left of the last equals sign before the result.</summary>
    private static string Formula(IElement element)
    {
        if (element.QuerySelector("data.y") is not { } result) return "";
        var text = (element.QuerySelector(".total.formula") ?? result.Closest(".total") ?? result.ParentElement!).TextContent;
        return text.LastIndexOf('=') is >= 0 and var at ? text[..at] : "";
    }
}
