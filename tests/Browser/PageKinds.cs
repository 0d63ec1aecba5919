using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;

namespace Convscope.Tests.Browser;

/// <summary>
/// One page of every kind. A kind is what the <c>body</c> says (<c>class="page-layer"</c>), for units with the operator that
/// <c>site.json</c> names: <c>unit conv</c>, <c>unit relu</c>.
/// </summary>
public static partial class PageKinds
{
    /// <summary>The kind of the page for addresses that lead nowhere, which is only ever served.</summary>
    public const string NotFound = "not-found";

    /// <summary>Every kind that the default site has; a test compares.</summary>
    public static readonly string[] All =
    [
        "home", "overview", "layer", "kernels", "layers", "network", "verify", "credits", NotFound, "learn", "chapter", "glossary", "embed",
        "hyperparameters", "practice", "try", "unit input", "unit conv", "unit relu", "unit max-pool", "unit dense", "unit softmax",
    ];

    /// <summary>The kinds as the data of a theory.</summary>
    public static TheoryData<string> Data => [.. All];

    /// <summary>The kind of a page.</summary>
    public static string Of(BuiltSite site, string route)
    {
        var kind = Body().Match(site.Read(route)).Groups[1].Value;

        // The route of a unit ends in layer, unit and index.html.
        return kind == "unit" ? $"unit {site.Operators[route.Split('/')[^3]]}" : kind;
    }

    /// <summary>The first page of a kind.</summary>
    public static string Route(BuiltSite site, string kind) => site.Pages.First(route => Of(site, route) == kind);

    [GeneratedRegex("<body class=\"page-([a-z-]+)\"")]
    private static partial Regex Body();
}
