using Convscope.Site.Building;
using Convscope.Site.Loading;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Convscope.Tests.Shared;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Networks too large to show whole: what is shown is whole in itself, and what isn't is said.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData("units: 5")]
    [InlineData("units: 5, layers: 6")]
    [InlineData("layers: 3")]
    [InlineData("layers: 1")]
    [InlineData("units: 1, pictures: 1")]
    public void Whatever_the_limits_links_lead_somewhere_and_equations_add_up(string limits)
    {
        using var site = Wide(limits);
        site.Built();
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            problems.AddRange(EquationChecker.Check(page).Select(problem => $"{Path.GetRelativePath(site.Output, file)}: {problem}"));
        }

        Assert.Empty(problems.Take(10));
    }

    [Fact]
    public void Every_picture_shows_the_same_units_and_the_others_are_on_a_sheet()
    {
        using var site = Wide("units: 5");
        var built = site.Built();
        Assert.Contains("units have pages, the most active, at most 5 a layer", built.Output);
        Assert.Equal(Units(site, "red/first"), Units(site, "blue/first"));
        Assert.Equal(Units(site, "red/first"), Units(site, "red/bent"));
        Assert.Equal(5, Units(site, "red/first").Length);
        using var page = Html.Parse(site.Page("red/first/index.html"));
        Assert.Equal(5, page.QuerySelectorAll(".sheet-maps a").Length);
        var sheet = page.QuerySelector(".sheet-maps img")!;
        Assert.StartsWith("All 40 units of first", sheet.GetAttribute("alt"));
        Assert.Contains("largest mean absolute activation", page.Body!.TextContent);
        Assert.Contains("largest mean absolute activation", Html.Parse(site.Page("network/index.html")).Body!.TextContent);
    }

    [Fact]
    public void A_convolution_of_hidden_channels_has_one_part_for_them()
    {
        using var site = Wide("units: 5");
        site.Built();
        var unit = Units(site, "red/second")[0];
        using var page = Html.Parse(site.Page($"red/second/{unit}/index.html"));
        Assert.Equal(6, page.QuerySelectorAll(".equation [data-partial]").Length);
        Assert.Contains("35 other channels together", page.QuerySelector(".part[data-unit='-1']")!.TextContent);
        Assert.Equal(5, Directory.EnumerateFiles(site.PathOf("output/kernels/second"), $"{unit}-*").Count());
    }

    [Fact]
    public void A_transposed_convolution_of_hidden_channels_has_one_part_for_them()
    {
        using var site = new TempSite("small", metadata: null);
        site.Write("content/site.yaml", TempSite.Config + "limits: {units: 5}\n");
        site.Write("models/net.onnx", new ModelBuilder().Input(1, 3, 8, 8).Weights("v", 40, 3, 3, 3).Weights("w", 40, 7, 4, 4)
            .Weights("b", 7)
            .Node("Conv", "image v", "first").Node("ConvTranspose", "first w b", "up", ("strides", new[] { 2, 2 }))
                .Output("up").Model.ToByteArray());
        site.Built();
        var unit = Units(site, "red/up")[0];
        using var page = Html.Parse(site.Page($"red/up/{unit}/index.html"));
        Assert.Equal(6, page.QuerySelectorAll(".equation [data-partial]").Length);
        Assert.Contains("35 other channels together", page.QuerySelector(".part[data-unit='-1']")!.TextContent);
        Assert.Empty(EquationChecker.Check(page));
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
    }

    [Fact]
    public void A_layer_without_unit_pages_has_its_sheet()
    {
        using var site = Wide("layers: 3");
        Assert.Contains("layers have pages", site.Built().Output);
        using var page = Html.Parse(site.Page("red/first/index.html"));
        Assert.NotNull(page.QuerySelector("details[open] .sheet-maps img"));
        Assert.Contains("of 7 layers, 3 have them", page.Body!.TextContent);
    }

    [Fact]
    public void Only_so_many_pictures_are_shown()
    {
        using var site = Wide("pictures: 1");
        Assert.Contains("1 of 2 pictures are shown", site.Built().Output);
        Assert.False(Directory.Exists(site.PathOf("output/red")));
    }

    [Fact]
    public void Bytes_that_can_not_be_kept_to_are_told_with_what_to_change()
    {
        using var site = Wide("bytes: 100 KB");
        Assert.Contains("warning CS1506: the site takes", site.Built().Error);
        Assert.Single(Units(site, "red/first"));
        site.Write("content/site.yaml", TempSite.Config + "budgets: enforce\nlimits: {bytes: 100 KB}\n");
        site.Fails(1, ["error CS1506", "lower units (now 1 a layer)"]);
    }

    [Fact]
    public void Running_each_picture_twice_gives_the_same_bytes()
    {
        using var site = Wide("units: 5");
        foreach (var (kept, output) in new[] { (64_000_000L, "kept"), (0L, "streamed") })
            SiteBuilder.Build(new BuildOptions { Root = site.Folder, Output = site.PathOf(output), KeptBytes = kept },
                new Stopwatches(() => 0), BuildObserver.None, CancellationToken.None);
        Assert.Equal(Tree.Of(site.PathOf("kept")), Tree.Of(site.PathOf("streamed")));
        Assert.NotEmpty(Tree.Of(site.PathOf("kept")));
    }

    [Fact]
    public void A_convolution_of_maps_of_one_cell_has_its_pages()
    {
        using var site = new TempSite("small", metadata: null);
        site.Write("models/net.onnx", new ModelBuilder().Input(1, 3, 6, 6).Weights("v", 4, 3, 1, 1).Weights("w", 2, 4, 1, 1)
            .Node("GlobalAveragePool", "image", "means").Node("Conv", "means v", "squeezed").Node("Conv", "squeezed w", "excited")
                .Output("excited").Model.ToByteArray());
        site.Built();
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
        using var page = Html.Parse(site.Page("red/excited/1/index.html"));
        Assert.Empty(EquationChecker.Check(page));
    }

    private static int[] Units(TempSite site, string layer) =>
        [.. Directory.EnumerateDirectories(site.PathOf("output/" + layer))
            .Select(folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture)).Order()];

    /// <summary>A convolution of 40 units, its ReLU, a convolution that mixes them, a pool, and 30 classes.</summary>
    private static TempSite Wide(string limits)
    {
        var site = new TempSite("small", metadata: null);
        site.Write("content/site.yaml", TempSite.Config + $"limits: {{{limits}}}\n");
        site.Write("models/net.onnx", new ModelBuilder().Input(1, 3, 12, 12)
            .Weights("v", 40, 3, 3, 3).Weights("w", 20, 40, 3, 3).Weights("b", 20).Weights("d", 30, 500).Weights("e", 30)
            .Node("Conv", "image v", "first").Node("Relu", "first", "bent").Node("Conv", "bent w b", "second")
            .Node("MaxPool", "second", "pooled", ("kernel_shape", new[] { 4, 4 })).Node("Flatten", "pooled", "flat")
            .Node("Gemm", "flat d e", "logits", ("transB", 1)).Node("Softmax", "logits", "shares").Output("shares").Model.ToByteArray());
        return site;
    }
}
