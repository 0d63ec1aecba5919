using System.Text;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>A text is published as it was written, or not at all.</summary>
public sealed class EncodingTests
{
    private static byte[] Windows(string text) => Encoding.Latin1.GetBytes(text);

    [Theory]
    [InlineData("content/en/latin.md", "# Latin\n\nGröße.\n", ":3:3: error CS1005: this isn't UTF-8: no letter has the byte F6 here.")]
    [InlineData("content/en/index.md", "# Größe\n", ":1:5: error CS1005")]
    [InlineData("content/en/glossary.yaml", "terms:\n  - {term: größe, definition: x}\n", ":2:14: error CS1005")]
    [InlineData("content/en/words.yaml", "home: Größe\n", ":1:9: error CS1005")]
    [InlineData("content/images/images.yaml", "images:\n  - file: red.png\n    title: Größe\n", ":3:14: error CS1005")]
    [InlineData("models/net.yaml", "labels: [grün, b, c]\n", ":1:12: error CS1005")]
    [InlineData("content/site.yaml", "title: Größe\nmodel: models/net.onnx\n", ":1:10: error CS1005")]
    [InlineData("templates/pages/credits.html", "Größe", ":1:3: error CS1005")]
    public void BytesThatAreNoUtf8AreAMessageWithItsPlace(string file, string text, string says)
    {
        using var site = new TempSite();
        site.Built();
        site.Write(file, Windows(text));
        site.Fails(1, [file + says]);
    }

    [Fact]
    public void SoAreThoseOfALabelsFile()
    {
        using var site = new TempSite(metadata: null);
        site.Write("labels.txt", Windows("grün\nrot\nblau\n"));
        site.Fails(1, ["labels.txt:1:3: error CS1005"], "--labels", site.PathOf("labels.txt"));
    }

    [Fact]
    public void AMarkSaysUtf16OrUtf8()
    {
        using var site = new TempSite(metadata: null);
        foreach (var (i, encoding) in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8 }.Index())
        {
            site.Write($"content/en/text-{i}.md", [.. encoding.GetPreamble(), .. encoding.GetBytes("---\ntitle: Größe\n---\n\n卷积\n")]);
            site.Write("labels.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("grün\nrot\nblau\n")]);
            site.Built("--labels", site.PathOf("labels.txt"));
            Assert.Contains("卷积", site.Page($"learn/text-{i}/index.html"), StringComparison.Ordinal);
            Assert.Contains("\"grün\"", site.Page("site.json").Replace("\\u00FC", "ü"), StringComparison.Ordinal);
        }
    }
}
