using System.Reflection;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;

namespace Convscope.Tests.Cli.Docs;

/// <summary>Every code is explained, with a message that shows it, and no other.</summary>
public sealed partial class DiagnosticsTests
{
    [Fact]
    public void EveryCodeIsDocumentedOnce()
    {
        var codes = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order();
        var text = DocsFolder.Read("diagnostics");
        var documented = Heading().Matches(text).Select(match => match.Groups["code"].Value).ToArray();
        Assert.Equal(codes, documented.Order());
        Assert.All(documented, code => Assert.Matches($@"### {code} {{#{code.ToLowerInvariant()}}}\n\n[^\n]+\n\n```\n[^\n]*(error|warning) {code}: [^\n]+\n```\n\n[A-Z][^\n]+\n", text));
    }

    [GeneratedRegex("^### (?<code>CS[0-9]{4}) ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
