using System.Collections.Immutable;
using Convscope.Core.Hyperparameters;
using Convscope.Core.Planning;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// The page on which a reader changes input size, kernel, padding, stride and dilation. Without the script it is one case
/// drawn cell by cell, and a table of worked cases.
/// </summary>
public static class PlaygroundPage
{
    /// <summary>What its template shows.</summary>
    public static IReadOnlyList<(string Name, object? Value)> Model { get; } =
    [
        ("worked", WorkedWindowView.Of(WorkedCases.Drawn)),
        ("cases", WorkedCases.All.Select(row => new WindowCaseView(row.Name, row.Case)).ToImmutableArray()),
    ];

    /// <summary>Writes it.</summary>
    public static void Write(PageWriter pages) => pages.Write(
        "pages/hyperparameters.html",
        pages.Page(
            Routes.Chapter("hyperparameters"), "hyperparameters", "Hyperparameter playground",
            "Change input size, kernel, padding, stride and dilation of a convolution; see the size of its output, and every sum in it."),
        [.. Model]);
}
