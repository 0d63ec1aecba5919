using System.Collections.Immutable;
using Convscope.Core.Hyperparameters;
using Convscope.Core.Planning;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// The page on which a reader changes input size, kernel, padding, stride and dilation. Without the script it is one case
/// drawn cell by cell, and a table of worked cases.
/// </summary>
public static class PlaygroundPage
{
    /// <summary>What its template shows.</summary>
    public static IReadOnlyList<(string Name, object? Value)> Model(Words words) =>
    [
        ("worked", WorkedWindowView.Of(WorkedCases.Drawn, words)),
        ("cases", WorkedCases.All.Select(row => WindowCaseView.Of(words["hp_case_" + row.Name], row.Case, words)).ToImmutableArray()),
        ("playground_words", TemplateFunctions.Json(words.Playground)),
    ];

    /// <summary>Writes it.</summary>
    public static void Write(PageWriter pages, Words words) => pages.Write(
        "pages/hyperparameters.html",
        pages.Page(
            Routes.Chapter(Routes.Playground), Routes.Playground, words["playground_title"], words["playground_meta"]),
        [.. Model(words)]);
}
