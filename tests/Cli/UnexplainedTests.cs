using Convscope.Inference.Onnx;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Operators without an equation: their pages say what they are, and the verification page why they are left out.</summary>
public sealed class UnexplainedTests : IDisposable
{
    private readonly TempSite _site = new("small", metadata: null);

    public UnexplainedTests()
    {
        var model = new ModelBuilder().Input(1, 3, 6, 7)
            .Node("Shrink", "image", "shrink", ("lambd", 0.25f), ("bias", 0.1f))
            .Node("Trilu", "shrink", "half")
            .Node("Softmax", "half", "odd", ("axis", 2)).Output("odd");
        model.Model.Graph.Node[1].Domain = "com.microsoft";
        model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        _site.Write("models/net.onnx", model.Model.ToByteArray());
        _site.Built();
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_page_shows_pictures_attributes_and_where_it_is_documented()
    {
        using var page = Unit("shrink");
        Assert.Empty(page.QuerySelectorAll("[data-equation]"));
        Assert.Equal("https://onnx.ai/onnx/operators/onnx__Shrink.html", page.QuerySelector("a[rel=external]")!.GetAttribute("href"));
        Assert.Equal(["bias 0.1", "lambd 0.25"], page.QuerySelectorAll(".attributes tr")
            .Select(row => row.QuerySelector("th")!.TextContent + " " + row.QuerySelector("td")!.TextContent));
        Assert.Equal(3, page.QuerySelectorAll(".sides .maps img").Length);
        Assert.Single(page.QuerySelectorAll(".map-view[data-role=output]"));
    }

    [Fact]
    public void Another_domains_operator_is_named_with_its_domain_and_has_no_link()
    {
        using var page = Unit("half");
        Assert.Empty(page.QuerySelectorAll("a[rel=external]"));
        Assert.Contains("com.microsoft.Trilu", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verification_page_says_which_layers_are_left_out_and_why()
    {
        using var page = Html.Open(Path.Combine(_site.Output, "verify", "index.html"));
        var rows = page.QuerySelectorAll("[aria-label='Layers without an equation'] tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent)));
        Assert.Equal(
            [
                "shrink | Shrink | Convscope has no equation for Shrink.",
                "half | com.microsoft.Trilu | It is defined by the domain com.microsoft, not by ONNX itself.",
                "odd | Softmax | Convscope has an equation for other forms of Softmax, not for this one.",
            ],
            rows);
    }

    private AngleSharp.Dom.IDocument Unit(string layer) => Html.Open(
        Directory.EnumerateFiles(_site.Output, "index.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .First(file => file.EndsWith(Path.Combine(layer, "1", "index.html"), StringComparison.Ordinal)));
}
