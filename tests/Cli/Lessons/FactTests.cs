using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>What a lesson says of a model is computed or recorded in one place, never typed.</summary>
public sealed partial class FactTests
{
    [Fact]
    public void A_fact_stands_in_the_models_file_and_a_wrong_name_is_told()
    {
        using var site = new TempSite(metadata: "labels: [cat, dog, bird]\nfacts: {accuracy: 0.875, photographs: 12000, best: cat}\n");
        site.Write("content/en/one.md",
            "---\ntitle: One\n---\n\n:value{fact name=accuracy as=share} of :value{fact name=photographs}, best :value{fact name=best}.\n");
        site.Built();
        Assert.Contains("87.5 % of 12,000, best cat.", Html.Open(Path.Combine(site.Output, "learn/one/index.html")).Body!.TextContent);
        site.Write("content/en/one.md", "---\ntitle: One\n---\n\n:value{fact name=acuracy}\n");
        site.Fails(1, ["content/en/one.md:5:1", "did you mean 'accuracy'?"]);
    }

    [Fact]
    public void A_lesson_that_quotes_facts_goes_with_a_model_that_has_none()
    {
        using var site = new TempSite();
        site.Write("content/en/one.md", "---\ntitle: One\n---\n\nIt gets :value{fact name=accuracy as=share}.\n");
        site.Built();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Chapters_on_one_model_type_no_number(string language)
    {
        var chapters = Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", language), "*.md").Select(File.ReadAllText)
            .Where(text => text.Contains("needs: [model:", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(chapters);
        Assert.All(chapters, text =>
            Assert.DoesNotMatch("[0-9]", Computed().Replace(text[text.IndexOf("\n---\n", StringComparison.Ordinal)..], "")));
    }

    /// <summary>Numbers that are asked for, anchors, and the conditions and figures of a directive's line, which no reader sees.</summary>
    [GeneratedRegex(@":value\{[^}]*\}|\{#[^}]*\}|^:{3,}.*$", RegexOptions.Multiline)]
    private static partial Regex Computed();
}
