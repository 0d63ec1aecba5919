using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Docs;

/// <summary>
/// A translation says as much as the English pages, which are compared with the program: every page, every block of code, and every
/// row of every table, with all options, keys and values that stand in it.
/// </summary>
public sealed partial class TranslationTests
{
    [Theory]
    [MemberData(nameof(DocsFolder.EachTranslation), MemberType = typeof(DocsFolder))]
    public void ItHasEveryPageInItsPlace(string language)
    {
        Assert.Equal(DocsFolder.Pages("en"), DocsFolder.Pages(language));
        Assert.All(DocsFolder.Pages("en"), page =>
            Assert.Equal(Settings(DocsFolder.Read(page)), Settings(DocsFolder.Read(page, language))));
    }

    [Theory]
    [MemberData(nameof(DocsFolder.EachTranslation), MemberType = typeof(DocsFolder))]
    public void ItHasEveryRowOfEveryTable(string language)
    {
        foreach (var page in DocsFolder.Pages("en"))
        {
            var file = Path.GetRelativePath(Repository.Root, DocsFolder.PathOf(page, language));
            var english = Rows(DocsFolder.Read(page)).ToArray();
            var theirs = Rows(DocsFolder.Read(page, language).Replace($"content/{language}/", "content/en/")).ToArray();
            foreach (var row in english.ExceptBy(theirs.Select(other => other.Key), row => row.Key))
                Assert.Fail($"{file}: the row {row.Key} is missing");
            foreach (var row in theirs.ExceptBy(english.Select(other => other.Key), row => row.Key))
                Assert.Fail($"{file}: the row {row.Key} is superfluous");
            Assert.Equal(english.Select(row => row.Key), theirs.Select(row => row.Key));
            foreach (var (row, other) in english.Zip(theirs))
                Assert.True(!row.Codes.Except(other.Codes)
                    .Any(), $"{file}: the row {row.Key} doesn't name {string.Join(", ", row.Codes.Except(other.Codes))}");
        }
    }

    [Theory]
    [MemberData(nameof(DocsFolder.EachTranslation), MemberType = typeof(DocsFolder))]
    public void ItHasEveryBlockOfCode(string language) => Assert.All(DocsFolder.Pages("en"), page =>
        Assert.Equal(Fence().Matches(DocsFolder.Read(page)).Select(fence => fence.Value), Fence().Matches(DocsFolder.Read(page, language))
            .Select(fence => fence.Value)));

    /// <summary>The lines of the front matter that aren't in a language.</summary>
    private static string[] Settings(string text) =>
        [.. text.Split("---\n")[1].Split('\n').Where(line =>
        !line.StartsWith("title:", StringComparison.Ordinal) && !line.StartsWith("description:", StringComparison.Ordinal))];

    /// <summary>The rows of a page's tables: each by its section and the codes or the number in its first cell, with all codes in
    /// it.</summary>
    private static IEnumerable<(string Key, string[] Codes)> Rows(string text)
    {
        var section = "";
        foreach (var line in text.Split('\n'))
        {
            if (Anchor().Match(line) is { Success: true } anchor) section = anchor.Value;
            if (!line.StartsWith("| ", StringComparison.Ordinal)) continue;
            var first = line.Split(" | ")[0];
            var key = string.Join(' ', Code().Matches(first).Select(code => code.Value));
            if (key.Length == 0) key = Number().Match(first).Value;
            if (key.Length > 0) yield return ($"{section} {key}", [.. Code().Matches(line).Select(code => code.Value)]);
        }
    }

    [GeneratedRegex("^```\\w*$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("(?<={)#[a-z0-9-]+(?=}$)")]
    private static partial Regex Anchor();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
