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
        Assert.Equal(["image", "layer3.0.conv1", "layer3.0.relu", "layer3.0.conv2", "layer3.0.Add", "avgpool", "Flatten", "fc", "softmax"],
            named);
        Assert.Contains("/layer3/layer3.0/conv2/Conv", Html.Parse(site.Page("red/layer3-0-conv2/index.html"))
            .QuerySelector("details.whole")!.TextContent);
    }
}
