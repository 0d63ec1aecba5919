using System.Globalization;
using AngleSharp.Dom;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Two files are compared: their answers, and each layer, with errors that were worked out by hand.</summary>
public sealed class CompareTests
{
    /// <summary>The picture is 255 in the top left and 51 elsewhere: as input 1, 0.2, 0.2, 0.2.</summary>
    private static readonly byte[] Picture = Pictures.Grey(2, 2, 255, 51, 51, 51);

    [Fact]
    public void ErrorsAreThoseOfAHand()
    {
        // Twice the input against three times: 2 − 3 = −1 and three times 0.4 − 0.6 = −0.2; the mean of the squares is
        // (1 + 3 · 0.04) / 4 = 0.28, its root 0.52915; both files' numbers lie between 0.4 and 3, so that it is 0.20352 of the range.
        using var site = Site(2, 3);
        site.Built("--compare", site.PathOf("float.onnx"));
        using var page = Html.Open(Path.Combine(site.Output, "compare", "one", "index.html"));
        var row = page.QuerySelector(".differences tr[data-layer=times]")!;
        Assert.Equal(Math.Sqrt(0.28) / 2.6, Value(row, "relative"), 6);
        Assert.Equal("20 %", row.QuerySelector(".relative")!.TextContent);
        Assert.Equal([2, 3, -1], new[] { Value(row, "own"), Value(row, "other"), Value(row, "difference") });
        var cell = row.QuerySelectorAll("a")[^1];
        Assert.Equal("../../one/times/0/index.html#y=0&x=0", cell.GetAttribute("href"));
        Assert.Contains("row 0, column 0", cell.TextContent, StringComparison.Ordinal);

        // No layer is said to differ that doesn't, and each has its three maps.
        Assert.NotEmpty(page.QuerySelectorAll(".compared-layer[data-layer=times] .triple"));
        Assert.All(page.QuerySelectorAll(".triple"), triple => Assert.Equal(3, triple.QuerySelectorAll("img").Length));
        Assert.Contains("float.onnx", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedAnswerIsTold()
    {
        using var site = Site(2, -2);
        site.Built("--compare", site.PathOf("float.onnx"));
        using var page = Html.Open(Path.Combine(site.Output, "compare", "index.html"));
        Assert.Equal("Another first answer: 1 of 1.", page.QuerySelector(".compare-sum")!.TextContent);
        Assert.Equal("another", page.QuerySelector(".answers .change")!.TextContent);
        Assert.Contains("big (", page.QuerySelectorAll(".answers td")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("small (", page.QuerySelectorAll(".answers td")[1].TextContent, StringComparison.Ordinal);

        // The overview and the page of the network lead there, in every language; a site that compares nothing has no such link.
        Assert.Contains("compare/one/index.html", site.Page("one/index.html"), StringComparison.Ordinal);
        Assert.Contains("compare/index.html", site.Page("network/index.html"), StringComparison.Ordinal);
        site.Built();
        Assert.DoesNotContain("compare", site.Page("network/index.html"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Output, "compare", "index.html")));
    }

    [Fact]
    public void TheOtherFileIsAPartOfTheBuild()
    {
        using var site = Site(2, 3);
        site.Write("content/site.yaml", TempSite.Config + "compare: float.onnx\n");
        site.Built();
        var first = Tree.Of(site.Output);
        Assert.Contains("Nothing has changed", site.Built().Output, StringComparison.Ordinal);
        site.Built("--no-cache");
        Assert.Equal(first, Tree.Of(site.Output));
        site.Write("content/en/index.md", "# Another text\n");
        site.Built();
        Assert.True(File.Exists(Path.Combine(site.Output, "compare", "one", "index.html")));
        site.Write("float.onnx", Model(4, 2).ToByteArray());
        site.Built();
        Assert.NotEqual(first, Tree.Of(site.Output));
    }

    [Fact]
    public void WholeNumbersCountAsWhatTheyStandFor()
    {
        using var site = new TempSite("small");
        site.Write("float.onnx", File.ReadAllBytes(Repository.Model("small")));
        var given = Convscope.Inference.Onnx.ModelProto.Parser.ParseFrom(File.ReadAllBytes(Repository.Model("small")));
        var ranges = given.Graph.Node.Select(node => node.Output[0]).Append(given.Graph.Input[0].Name)
            .ToDictionary(name => name, name => (name is "relu" or "pool" or "flatten" ? 0 : -4f, 4f));
        site.Write("models/net.onnx", AsOthersName(QuantisedExport.Of(given, ranges, isWhole: true)).ToByteArray());
        site.Built("--compare", site.PathOf("float.onnx"));
        using var page = Html.Open(Path.Combine(site.Output, "compare", "index.html"));

        // A step is 8 / 255 of a range of about 8: what rounding makes of a layer is far below a tenth, whole numbers would be far above.
        var shares = page.QuerySelectorAll(".differences .relative").Select(data => Number(data)).ToArray();
        Assert.True(shares.Length >= 4, page.DocumentElement.OuterHtml);
        Assert.All(shares, share => Assert.InRange(share, 0, 0.1));

        // The quantised convolution has the activation in it, and is compared with that.
        var conv = page.QuerySelector(".differences tr[data-layer=conv]")!.TextContent;
        Assert.Contains("in the other file relu, paired by the name of its output", conv, StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkThatReadsOtherPicturesIsRefused()
    {
        using var site = Site(2, 3);
        site.Write("float.onnx", File.ReadAllBytes(Repository.Model("small")));
        site.Fails(1, ["float.onnx", "CS1104", "3 × 12 × 12", "1 × 2 × 2"], "--compare", site.PathOf("float.onnx"));
        site.Fails(1, ["there is no model", "gone.onnx"], "--compare", site.PathOf("gone.onnx"));
    }

    [Fact]
    public void LayersWithoutAPartnerAreListed()
    {
        using var site = Site(2, 3);
        site.Write("float.onnx", Builder(3, 2).Node("Relu", "flat", "extra").Node("Identity", "sums", "unused").Output("extra")
            .Model.ToByteArray());
        site.Built("--compare", site.PathOf("float.onnx"));
        Assert.Contains("Only in float.onnx", site.Page("compare/index.html"), StringComparison.Ordinal);
        using var page = Html.Parse(site.Page("compare/index.html"));
        Assert.Contains("extra", page.QuerySelector(".alone")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The runtime's own quantiser calls stored values so.</summary>
    private static Convscope.Inference.Onnx.ModelProto AsOthersName(Convscope.Inference.Onnx.ModelProto model)
    {
        foreach (var names in model.Graph.Node.SelectMany(node => new[] { node.Input, node.Output }))
        {
            for (var i = 0; i < names.Count; i++) names[i] = Named(names[i]);
        }

        foreach (var tensor in model.Graph.Initializer) tensor.Name = Named(tensor.Name);
        return model;

        static string Named(string name) => name.EndsWith("/q", StringComparison.Ordinal) ? name[..^2] + "_quantized" : name;
    }

    private static double Value(IElement row, string role) => Number(row.QuerySelector($"data.{role}")!);

    private static double Number(IElement data) => double.Parse(data.GetAttribute("value")!, CultureInfo.InvariantCulture);

    private static TempSite Site(float factor, float others)
    {
        var site = new TempSite("small", "labels: [big, small]\n");
        File.Delete(site.PathOf("content/images/red.png"));
        File.Delete(site.PathOf("content/images/blue.png"));
        site.Write("content/images/one.png", Picture);
        site.Write("models/net.onnx", Model(factor, 2).ToByteArray());
        site.Write("float.onnx", Model(others, 2).ToByteArray());
        return site;
    }

    private static Convscope.Inference.Onnx.ModelProto Model(float factor, int classes) => Builder(factor, classes).Model;

    /// <summary>The input times a factor; the first of two classes is the sum of it, the other its negative.</summary>
    private static ModelBuilder Builder(float factor, int classes) => new ModelBuilder().Input(1, 1, 2, 2)
        .Floats("w", [1, 1, 1, 1], factor).Node("Conv", "image w", "times").Node("Flatten", "times", "flat")
        .Floats("v", [4, classes], [.. Enumerable.Repeat(new[] { 1f, -1f }, 4).SelectMany(row => row)])
        .Node("MatMul", "flat v", "sums").Node("Softmax", "sums", "shares").Output("shares");
}
