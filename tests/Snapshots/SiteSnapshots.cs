using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Convscope.Core.Layout;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;

namespace Convscope.Tests.Snapshots;

/// <summary>One page of each kind, one picture of each kind and <c>site.json</c>, exactly.</summary>
public sealed partial class SiteSnapshots(TinySite site) : IClassFixture<TinySite>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Theory]
    [InlineData("index.html", "home")]
    [InlineData("bar/index.html", "overview")]
    [InlineData("bar/edge/index.html", "layer")]
    [InlineData("bar/input/0/index.html", "unit-input")]
    [InlineData("bar/edge/0/index.html", "unit-conv")]
    [InlineData("bar/relu/0/index.html", "unit-relu")]
    [InlineData("bar/pool/0/index.html", "unit-max-pool")]
    [InlineData("bar/logits/0/index.html", "unit-dense")]
    [InlineData("bar/probabilities/0/index.html", "unit-softmax")]
    [InlineData("layers/index.html", "layers")]
    [InlineData("layers/edge/index.html", "kernels")]
    [InlineData("network/index.html", "network")]
    [InlineData("verify/index.html", "verify")]
    [InlineData("try/index.html", "try")]
    [InlineData("credits/index.html", "credits")]
    [InlineData("learn/index.html", "learn")]
    [InlineData("learn/lesson/index.html", "chapter")]
    [InlineData("learn/glossary/index.html", "glossary")]
    [InlineData("embed/lesson/unit-conv-first-0/index.html", "embed")]
    [InlineData("404.html", "not-found")]
    public void A_page_of_each_kind(string route, string name) =>
        Snapshot.Match(WithoutHashes(Encoding.UTF8.GetString(site.Bytes(route))), name + ".html");

    [Fact]
    public void The_map_of_a_unit() => Snapshot.Match(site.Bytes("maps/bar/edge/0-*.png"), "map.png");

    [Fact]
    public void A_kernel() => Snapshot.Match(site.Bytes("kernels/edge/0-0-*.png"), "kernel.png");

    [Fact]
    public void A_colour_bar() =>
        Snapshot.Match(ColourBar.Svg(ColourScale.Diverging(2.5), PaletteName.Diverging,
            2, "Colour scale of a test", "bar"), "colour-bar.svg");

    [Fact]
    public void The_public_description()
    {
        using var json = JsonDocument.Parse(site.Bytes("site.json"));
        Snapshot.Match(WithoutHashes(JsonSerializer.Serialize(json, Indented)), "site.json");
    }

    /// <summary>Hashes in addresses change with every style, and perhaps with the processor that a compressor suits itself to.</summary>
    private static string WithoutHashes(string text) => Hash().Replace(text, "hash");

    [GeneratedRegex("(?<=assets/|-)[0-9a-f]{10}(?=/|\\.)")]
    private static partial Regex Hash();
}
