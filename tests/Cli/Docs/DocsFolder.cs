using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Docs;

/// <summary>The documentation as its authors wrote it.</summary>
internal static partial class DocsFolder
{
    /// <summary>The languages that it is written in.</summary>
    public static IEnumerable<string> Languages =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "content")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => Directory.Exists(FolderOf(name))).Order(StringComparer.Ordinal);

    public static TheoryData<string> EachLanguage => [.. Languages];

    /// <summary>All but English, which is compared with the program.</summary>
    public static TheoryData<string> EachTranslation => [.. Languages.Where(language => language != "en")];

    /// <summary>Full path of a page's source.</summary>
    public static string PathOf(string page, string language = "en") => Path.Combine(FolderOf(language), page + ".md");

    public static string Read(string page, string language = "en") => File.ReadAllText(PathOf(page, language)).ReplaceLineEndings("\n");

    /// <summary>The pages that there are in a language, by name.</summary>
    public static string[] Pages(string language) =>
        [.. Directory.EnumerateFiles(FolderOf(language), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Order(StringComparer.Ordinal)];

    /// <summary>All Markdown files that tell a reader what to type.</summary>
    public static IEnumerable<string> Files =>
    [
        Path.Combine(Repository.Root, "README.md"), Path.Combine(Repository.Root, "models", "README.md"),
        Path.Combine(Repository.Root, "generator", "Convscope.Cli", "Starting", "files", "README.md"),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories),
    ];

    /// <summary>The fenced blocks of a language in a text.</summary>
    public static IEnumerable<string> Blocks(string text, string language) =>
        Fence().Matches(text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value);

    /// <summary>The fenced blocks that a line names a file for: <c>`templates/css/99-mine.css`:</c></summary>
    public static IEnumerable<(string Path, string Text)> NamedFiles(string text) =>
        Named().Matches(text).Select(match => (match.Groups["path"].Value, match.Groups["text"].Value));

    /// <summary>The part of a page below a heading with an anchor, up to the next heading of its kind.</summary>
    public static string Section(string text, string anchor)
    {
        var start = text.IndexOf($" {{#{anchor}}}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"there is no section #{anchor}");
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static string FolderOf(string language) => Path.Combine(Repository.Root, "content", language, "docs");

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^`(?<path>[\w./-]+)`[:：]\n\n```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Named();
}
