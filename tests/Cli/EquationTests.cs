using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>The first promise: what a page shows can be worked out from what it shows.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class EquationTests(DefaultSite site)
{
    [Fact]
    public void ShownOperandsGiveTheShownResults()
    {
        var random = new Random(20);
        var pages = site.Routes("index.html").Where(route => route.Split('/').SkipWhile(part => part == "zh").Count() == 4
            && !route.Contains("embed/", StringComparison.Ordinal) && !route.Contains("learn/", StringComparison.Ordinal)
            && !route.Contains("practice/", StringComparison.Ordinal)).ToArray();
        random.Shuffle(pages);
        var kinds = new HashSet<string>();
        var problems = new List<string>();
        foreach (var route in pages.Take(200))
        {
            using var page = Html.Open(site.PathOf(route));
            var equations = page.QuerySelectorAll("[data-equation]");
            Assert.True(equations.Length > 0 || route.Contains("/input/", StringComparison.Ordinal), $"no equation on {route}");
            kinds.UnionWith(equations.Select(equation => equation.GetAttribute("data-equation")!));
            problems.AddRange(EquationChecker.Check(page).Select(problem => $"{route}: {problem}"));
        }

        Assert.Empty(problems.Take(10));
        Assert.Subset(kinds, new HashSet<string> { "conv", "relu", "max-pool", "dense", "softmax" });
    }

    [Theory]
    [InlineData("residual")]
    [InlineData("grey")]
    [InlineData("wide")]
    [InlineData("hidden")]
    [InlineData("sigmoid")]
    public void SoTheyDoForOtherNetworks(string model)
    {
        using var other = new TempSite(model, metadata: null);
        other.Built();
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(other.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            problems.AddRange(EquationChecker.Check(page).Select(problem => $"{Path.GetRelativePath(other.Output, file)}: {problem}"));
        }

        Assert.Empty(problems.Take(10));
    }

    [Fact]
    public void AMissingBracketIsFound()
    {
        using var page = Html.Open(site.PathOf(site.Routes("index.html")
            .First(route => route.Contains("/conv_1_2/3/", StringComparison.Ordinal))));
        var bracket = page.QuerySelectorAll("[data-equation] [data-term] b").First(b => b.TextContent == "(");
        bracket.TextContent = "";
        Assert.NotEmpty(EquationChecker.Check(page));
    }

    [Fact]
    public void ACheatIsFound()
    {
        using var page = Html.Open(site.PathOf(site.Routes("index.html")
            .First(route => route.Contains("/conv_1_2/3/", StringComparison.Ordinal))));
        var weight = page.QuerySelectorAll("data.w")[4];
        weight.TextContent = "9" + weight.TextContent.TrimStart('\u2212');
        Assert.NotEmpty(EquationChecker.Check(page));
    }
}
