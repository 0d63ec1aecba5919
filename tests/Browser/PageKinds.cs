using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;

namespace Convscope.Tests.Browser;

/// <summary>
/// One page of every kind. A kind is what the <c>body</c> says (<c>class="page-layer"</c>), for units with their operator
/// (<c>data-kind</c> of its data): <c>unit conv</c>, <c>unit relu</c>.
/// </summary>
public static partial class PageKinds
{
    /// <summary>The kind of the page for addresses that lead nowhere, which is only ever served.</summary>
    public const string NotFound = "not-found";

    /// <summary>Every kind that the default site has; a test compares.</summary>
    public static readonly string[] All =
    [
        "home", "overview", "layer", "kernels", "layers", "network", "verify", "credits", NotFound,
        "hyperparameters", "unit input", "unit conv", "unit relu", "unit max-pool", "unit dense", "unit softmax",
    ];

    /// <summary>The kinds as the data of a theory.</summary>
    public static TheoryData<string> Data => [.. All];

    /// <summary>The kind of a page.</summary>
    public static string Of(string html)
    {
        var kind = Body().Match(html).Groups[1].Value;
        return kind == "unit" ? $"unit {Operator().Match(html).Groups[1].Value}" : kind;
    }

    /// <summary>The first page of a kind.</summary>
    public static string Route(BuiltSite site, string kind) => site.Pages.First(route => Of(site.Read(route)) == kind);

    [GeneratedRegex("<body class=\"page-([a-z-]+)\"")]
    private static partial Regex Body();

    [GeneratedRegex("id=\"view\" data-kind=\"([a-z-]+)\"")]
    private static partial Regex Operator();
}
