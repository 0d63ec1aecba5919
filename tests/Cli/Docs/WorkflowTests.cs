using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Docs;

/// <summary>The workflow that <c>init</c> writes and the one of this repository are one but for how Convscope gets there.</summary>
public sealed partial class WorkflowTests
{
    private const string FromSource = "dotnet run -c Release --project generator/Convscope.Cli -- ";

    [Fact]
    public void TheTwoDoTheSame()
    {
        using var folder = new TempFolder();
        Shell.Run("init", folder.PathOf("site"), "--model", Repository.Model("small"));
        var theirs = folder.Read("site/.github/workflows/pages.yml");
        var ours = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "pages.yml"));
        Assert.Contains("dotnet tool install --global convscope --version ", theirs);
        Assert.DoesNotContain("{{version}}", theirs);
        Assert.Equal(Common(theirs), Common(ours));
    }

    [Fact]
    public void EachStepIsThereInOrderAndPinned()
    {
        var ours = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "pages.yml"));
        string[] steps = ["actions/checkout@", "actions/setup-dotnet@", "~/.nuget/packages", ".output-*", "actions/configure-pages@",
            "build --log-format github --base-url \"${{ steps.pages.outputs.base_url }}\"", "check --log-format github",
            "actions/upload-pages-artifact@", "actions/deploy-pages@"];
        var places = steps.Select(step => ours.IndexOf(step, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.All(Uses().Matches(ours), use => Assert.Matches("@v[0-9]+$", use.Value));
        foreach (var right in new[] { "contents: read", "pages: write", "id-token: write", "concurrency:", "name: github-pages" })
            Assert.Contains(right, ours);
    }

    /// <summary>All but comments, where the SDK's version stands, what the packages' cache is called, and the installation; commands as
    /// they are typed once installed.</summary>
    private static string[] Common(string workflow) =>
        [.. workflow.ReplaceLineEndings("\n").Replace(FromSource, "convscope ")
        .Replace(FromSource.Replace("Release ", "Release --no-build "), "convscope ").Split('\n')
        .Where(line => !line.TrimStart().StartsWith('#') && !Own().IsMatch(line))];

    [GeneratedRegex("global-json-file:|dotnet-version:|key: nuget-|dotnet tool install")]
    private static partial Regex Own();

    [GeneratedRegex("(?<=uses: )\\S+")]
    private static partial Regex Uses();
}
