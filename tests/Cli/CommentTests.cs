using Convscope.Site.Assets;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Comments that fill whole lines are for those who write, and aren't sent to those who read.</summary>
public sealed class CommentTests
{
    [Theory]
    [InlineData("// gone\nlet a = 1; // stays\n", "let a = 1; // stays\n")]
    [InlineData("/** gone */\nlet a;\n", "let a;\n")]
    [InlineData("/**\n * gone\n */\nlet a;\n\n", "let a;\n")]
    [InlineData("/** @type {A} */ (b).c();\n", "/** @type {A} */ (b).c();\n")]
    [InlineData("const text = \"/* no comment\";\nlet a;\n", "const text = \"/* no comment\";\nlet a;\n")]
    public void OnlyWholeLinesGo(string text, string kept) => Assert.Equal(kept, Comments.Strip(text));

    [Theory]
    [InlineData("a, b {\n  color: red;\n}\n", "a,b{color: red;}")]
    [InlineData("a { width: calc(1px + 2px); /* isn't kept */ }", "a{width: calc(1px + 2px);}")]
    [InlineData("a::after { content: \" ,  { \\\" ; \"; }", "a::after{content: \" ,  { \\\" ; \";}")]
    [InlineData("a b > c { font: 1px/2 'A  B', x }", "a b > c{font: 1px/2 'A  B',x}")]
    public void AStyleSheetHasNoSpacesThatMeanNothing(string css, string kept) => Assert.Equal(kept, StyleMinifier.Minify(css));

    [Fact]
    public void TheBundlesHaveNone()
    {
        using var site = new TempSite();
        site.Built();
        foreach (var file in Directory.EnumerateFiles(site.PathOf("output/assets"), "*.*s", SearchOption.AllDirectories))
            Assert.DoesNotContain(File.ReadLines(file), line =>
                line.TrimStart().StartsWith("//", StringComparison.Ordinal) || line.TrimStart().StartsWith("* ", StringComparison.Ordinal));
    }
}
