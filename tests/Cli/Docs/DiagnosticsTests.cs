using System.Reflection;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Docs;

/// <summary>Every code is explained, with a message that shows it, and no other.</summary>
public sealed partial class DiagnosticsTests
{
    [Theory]
    [MemberData(nameof(DocsFolder.EachLanguage), MemberType = typeof(DocsFolder))]
    public void EveryCodeIsDocumentedOnce(string language)
    {
        var codes = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!).Order().ToArray();
        var text = DocsFolder.Read("diagnostics", language);
        var documented = Heading().Matches(text).Select(match => match.Groups["code"].Value).ToArray();
        Assert.True(codes.SequenceEqual(documented.Order()),
            $"content/{language}/docs/diagnostics.md: without a section: {string.Join(", ", codes.Except(documented))}; more than once, or no code: {string.Join(", ", documented.Where(code => !codes.Contains(code) || documented.Count(other => other == code) > 1))}");
        Assert.All(documented, code =>
            Assert.Matches($@"### {code} {{#{code.ToLowerInvariant()}}}\n\n[^\n]+\n\n```\n[^\n]*(error|warning) {code}: [^\n]+\n```\n\n[A-Z\u4e00-\u9fff`][^\n]+\n", text));
    }

    /// <summary>What an example says is what the program says: some of its words in a row stand in the source.</summary>
    [Theory]
    [MemberData(nameof(DocsFolder.EachLanguage), MemberType = typeof(DocsFolder))]
    public void EveryExampleIsAMessageOfOurs(string language)
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "generator"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(File.ReadAllText));
        var examples = Example().Matches(DocsFolder.Read("diagnostics", language)).Select(match => match.Groups["message"].Value).ToArray();
        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
            Assert.True(Words().Matches(example).Any(words => source.Contains(words.Value.Trim(), StringComparison.Ordinal)), example));
    }

    [GeneratedRegex("^[^\n]*(error|warning) CS[0-9]{4}: (?<message>.+)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("(?<=^| )[A-Za-z][A-Za-z ]{8,}[A-Za-z]")]
    private static partial Regex Words();

    [GeneratedRegex("^### (?<code>CS[0-9]{4}) ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
