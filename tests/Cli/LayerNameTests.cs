using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Layers of files whose nodes have paths for names are called on all pages what their author calls them.</summary>
public sealed class LayerNameTests
{
    [Fact]
    public void NoPageIsHeadedByAPath()
    {
        var model = new ModelBuilder().Input(1, 3, 12, 12).Weights("a", 4, 3, 3, 3).Weights("b", 4, 4, 3, 3).Weights("c", 4, 3)
            .Node("Conv", "image a", "first").Named("/layer3/layer3.0/conv1/Conv").Node("Relu", "first", "bent")
                .Named("/layer3/layer3.0/relu/Relu")
            .Node("Conv", "bent b", "second", ("pads", new[] { 1, 1, 1, 1 })).Named("/layer3/layer3.0/conv2/Conv")
                .Node("Add", "second bent", "sum").Named("/layer3/layer3.0/Add")
            .Node("GlobalAveragePool", "sum", "mean").Named("/avgpool/GlobalAveragePool").Node("Flatten", "mean", "row").Named("/Flatten")
            .Node("Gemm", "row c", "scores").Named("/fc/Gemm").Output("scores");
        using var site = new TempSite(metadata: null);
        site.Write("models/net.onnx", model.Model.ToByteArray());
        site.Built();
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            var said = page.QuerySelectorAll("title, h1, h2, h3, h4, main a, nav a, th, td, figcaption, .caption")
                .Select(element => element.TextContent)
                .Concat(page.QuerySelectorAll("img").Select(image => image.GetAttribute("alt") ?? ""))
                    .Concat(page.QuerySelectorAll("[title]").Select(element => element.GetAttribute("title")!));
            Assert.All(said, text => Assert.False(text.Contains("/layer3", StringComparison.Ordinal), $"{file}: {text}"));
        }

        Assert.StartsWith("layer3.0.conv2", Html.Parse(site.Page("red/layer3-0-conv2/index.html")).QuerySelector("h1")!.TextContent);
        string[] named = [.. Html.Parse(site.Page("network/index.html")).QuerySelectorAll("tbody th a").Select(link => link.TextContent)];
        Assert.Equal(["image", "layer3.0.conv1", "layer3.0.relu", "layer3.0.conv2", "layer3.0.add", "avgpool", "flatten", "fc", "softmax"],
            named);
        Assert.Contains("/layer3/layer3.0/conv2/Conv", Html.Parse(site.Page("red/layer3-0-conv2/index.html"))
            .QuerySelector("details.whole")!.TextContent);
    }

    [Fact]
    public void The_authors_own_names_captions_and_groups_stand_everywhere()
    {
        using var site = Chain(
            "layers:\n  /body/conv/Conv: {name: First look, caption: Edges., group: Eye}\n  relu: Bend\n  pool: {group: Eye}\n");
        site.Built();
        Assert.StartsWith("First look", Html.Parse(site.Page("red/first-look/index.html")).QuerySelector("h1")!.TextContent);
        Assert.Contains("Edges.", site.Page("red/first-look/index.html"));
        Assert.Equal(["image", "First look", "Bend", "pool", "flatten", "fc", "softmax"], NamesOnTheNetworkPage(site));
        Assert.Equal("Eye", Html.Parse(site.Page("red/index.html")).QuerySelector(".band span")!.TextContent);
        Assert.False(Directory.Exists(Path.Combine(site.Output, "red", "conv")));
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
    }

    [Fact]
    public void A_name_in_the_models_yaml_that_no_layer_has_is_an_error_at_its_place()
    {
        using var site = Chain("title: Net\nlayers:\n  conv: {name: Eye}\n  rulu: {caption: Bends.}\n  layer9: Nine\n");
        var result = Shell.Run("build", "--root", site.Folder);
        Assert.Equal(1, result.Exit);
        Assert.Contains("net.yaml:4:3: error CS1204: the network has no layer 'rulu'; did you mean 'relu'?", result.Error);
        Assert.Contains("net.yaml:5:3: error CS1204: the network has no layer 'layer9'; known: ", result.Error);
        Assert.Contains("did you mean 'relu'?", Shell.Run("inspect", Path.Combine(site.Folder, "models/net.onnx")).Error);
    }

    [Fact]
    public void Two_layers_may_change_names() => Assert.Equal(
        ["image", "relu", "conv", "pool", "flatten", "fc", "softmax"], NamesOf("layers: {conv: relu, relu: conv}\n"));

    private static string[] NamesOf(string metadata)
    {
        using var site = Chain(metadata);
        site.Built();
        Assert.Contains("ReLU", Html.Parse(site.Page("red/conv/index.html")).QuerySelector("main")!.TextContent);
        return NamesOnTheNetworkPage(site);
    }

    private static string[] NamesOnTheNetworkPage(TempSite site) =>
        [.. Html.Parse(site.Page("network/index.html")).QuerySelectorAll("tbody th a").Select(link => link.TextContent)];

    private static TempSite Chain(string metadata)
    {
        var model = new ModelBuilder().Input(1, 3, 12, 12).Weights("a", 4, 3, 3, 3).Weights("c", 4, 3)
            .Node("Conv", "image a", "first").Named("/body/conv/Conv").Node("Relu", "first", "bent").Named("/body/relu/Relu")
            .Node("GlobalAveragePool", "bent", "mean").Named("/body/pool/GlobalAveragePool")
            .Node("Flatten", "mean", "row").Named("/body/Flatten")
            .Node("Gemm", "row c", "scores").Named("/body/fc/Gemm").Output("scores");
        var site = new TempSite(metadata: metadata);
        site.Write("models/net.onnx", model.Model.ToByteArray());
        return site;
    }
}
