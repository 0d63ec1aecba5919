using System.Text.RegularExpressions;

namespace Convscope.Tests.Unit.Sources;

public sealed partial class NamespaceTests
{
    /// <summary>The namespaces of Convscope.Site that know each other in a circle, until a build is made of products.</summary>
    private static readonly string[] Knot =
    [
        "Assets", "Building", "Checking", "Configuration", "Lessons", "Live", "Loading", "Markdown", "Output", "Templates", "Views",
    ];

    [Theory]
    [InlineData("Core")]
    [InlineData("Inference")]
    [InlineData("Rendering")]
    [InlineData("Cli")]
    public void NoNamespacesKnowEachOtherInACircle(string project) => Assert.Empty(Circles(UsesIn(project)));

    [Fact]
    public void TheKnotOfTheSiteGrowsNoMore() => Assert.Equal(Knot, Circles(UsesIn("Site")));

    [Theory]
    [InlineData("Core", new string[0])]
    [InlineData("Inference", new[] { "Core" })]
    [InlineData("Rendering", new[] { "Core" })]
    [InlineData("Site", new[] { "Core", "Inference", "Rendering" })]
    public void AProjectKnowsOnlyThoseBelowIt(string project, string[] below) => Assert.Empty(
        SourceTree.Of($"generator/Convscope.{project}").SelectMany(source => source.Lines.Select(line => Using().Match(line))
            .Where(match => match.Success && match.Groups["project"].Value != project && !below.Contains(match.Groups["project"].Value))
            .Select(match => $"{source.Path} uses {match.Value}")));

    [Fact]
    public void ACircleIsFound() => Assert.Equal(
        ["A", "B", "C"], Circles(new() { ["A"] = ["B", "D"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = [], ["E"] = ["A"] }));

    /// <summary>Which rooms of a project, namespaces right below its own, use which others.</summary>
    private static Dictionary<string, HashSet<string>> UsesIn(string project) =>
        SourceTree.Of($"generator/Convscope.{project}")
            .Select(source => (Room: source.Path.Split('/') is { Length: > 3 } parts ? parts[2] : "", source.Lines))
            .Where(source => source.Room.Length > 0)
            .GroupBy(source => source.Room, source => source.Lines.Select(line => Using().Match(line))
                .Where(match => match.Groups["project"].Value == project && match.Groups["room"].Success)
                .Select(match => match.Groups["room"].Value))
            .ToDictionary(room => room.Key, room => room.SelectMany(used => used).Where(used => used != room.Key).ToHashSet());

    /// <summary>The rooms from which a way of uses leads back to themselves.</summary>
    private static IEnumerable<string> Circles(Dictionary<string, HashSet<string>> uses) => uses.Keys.Where(start =>
    {
        var seen = new HashSet<string>();
        var next = new Stack<string>(uses[start]);
        while (next.TryPop(out var room))
        {
            if (room == start) return true;
            if (seen.Add(room)) uses.GetValueOrDefault(room, []).ToList().ForEach(next.Push);
        }

        return false;
    }).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^using (static )?(\w+ = )?Convscope\.(?<project>\w+)(\.(?<room>\w+))?")]
    private static partial Regex Using();
}
