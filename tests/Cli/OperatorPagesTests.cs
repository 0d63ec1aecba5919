using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Convscope.Tests.Shared;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>A site of each operator's models: every page has its equation, and every equation adds up.</summary>
public sealed class OperatorPagesTests
{
    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void Its_pages_add_up(string fixture, string model)
    {
        using var site = new TempSite("small", metadata: null);
        site.Write("models/net.onnx", OperatorFixtures.Model(fixture, model).Model.ToByteArray());
        Assert.DoesNotContain("the script of", site.Built().Error);
        var problems = new List<string>();
        var found = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            found.UnionWith(page.QuerySelectorAll("[data-equation]").Select(equation => equation.GetAttribute("data-equation")!));
            problems.AddRange(EquationChecker.Check(page).Select(problem => $"{Path.GetRelativePath(site.Output, file)}: {problem}"));
            problems.AddRange(EnglishCounts.Wrong(File.ReadAllText(file))
                .Select(count => $"{Path.GetRelativePath(site.Output, file)}: {count}"));

            // The script moves the page's cell and leaves the names of its parts.
            if (page.QuerySelector(".map-view[data-role=output]") is null) continue;
            problems.AddRange(page.QuerySelectorAll("[data-partial] h3").Select(part => part.TextContent)
                .Where(name => name.Contains(" at (", StringComparison.Ordinal))
                .Select(name => $"{Path.GetRelativePath(site.Output, file)}: a part is called '{name}'"));
        }

        Assert.Empty(problems.Take(10));
        Assert.NotEmpty(found.Intersect(OperatorFixtures.Of(fixture).Kinds));
    }
}
