using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>A text that is no YAML is one message with its place, whatever the parser makes of it.</summary>
public sealed class YamlTests
{
    private const int Mutations = 5000;
    private const int Piece = 300;

    private static readonly string[] Bits =
        ["{", "}", "[", "]", ": ", "- ", "\n", "  ", "\"", "'", "|", ">", "&a", "*a", "!!", "? ", "#", ",", "%", "@", "`", "\t", "---",
            "<<: ", "\u0007", "\uFEFF", "\\U99999999"];

    [Theory]
    [InlineData("title: x\nlimits: {units: 16, layers: 100\nhtml: true\n", 2, 9, "the '{' here is never closed with '}'")]
    [InlineData("title: x\nlimits: {units: 16, layers: 100,M-gpictures: 20, bytes: 500MBM-s\nhtml: true\nbudgets: warn\n", 2, 9, "'{'")]
    public void ABracketThatIsNeverClosed(string text, int line, int column, string words)
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", text);
        var told = Assert.Single(site.Fails(1, ["CS1002", words]).Errors);
        Assert.Contains($"site.yaml:{line}:{column}: ", told, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyThatIsAList()
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", TempSite.Config + "? [a, b]\n: c\n");
        Assert.Single(site.Fails(1, ["site.yaml:4:3", "CS1002", "A key must be a text"]).Errors);
    }

    /// <summary>Long files are taken piece by piece, of whole lines, so that their number of beginnings stays small.</summary>
    [Fact]
    public void EveryBeginningOfEveryFileOfOurs()
    {
        foreach (var text in Texts().SelectMany(Pieces))
        {
            for (var length = 0; length <= text.Length; length++) ReadsOrTells(text[..length]);
        }
    }

    [Fact]
    public void RandomChangesToThem()
    {
        var texts = Texts().SelectMany(Pieces).ToArray();
        for (var seed = 0; seed < Mutations; seed++)
        {
            var random = new Random(seed);
            ReadsOrTells(Changed(texts[random.Next(texts.Length)], random));
        }
    }

    private static string Changed(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (var i = random.Next(4); i >= 0; i--)
        {
            var at = random.Next(changed.Length);
            if (random.Next(3) == 0) changed.Remove(at, Math.Min(random.Next(1, 9), changed.Length - at));
            else changed.Insert(at, Bits[random.Next(Bits.Length)]);
            if (changed.Length == 0) changed.Append('x');
        }

        return changed.ToString();
    }

    private static void ReadsOrTells(string text)
    {
        var diagnostics = new List<Diagnostic>();
        try
        {
            YamlMap.Parse(text, "x.yaml", diagnostics).RejectOthers();
        }
        catch (DiagnosticException e)
        {
            var told = Assert.Single(e.Diagnostics);
            Assert.Equal(DiagnosticCodes.Yaml, told.Code);
            Assert.True(told.Span is { Line: > 0, Column: > 0 }, $"without a place: {told}\n{text}");
        }
    }

    private static IEnumerable<string> Texts() => new[] { "content", "models", "templates" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (piece.Length > Piece && !line.StartsWith(' '))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(line).Append('\n');
        }

        yield return piece.ToString();
    }
}
