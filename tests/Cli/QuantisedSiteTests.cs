using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>A site of a quantised network says what optimisations change, and what whole numbers stand for.</summary>
public sealed class QuantisedSiteTests
{
    [Fact]
    public void Its_verification_tells_the_optimised_answer()
    {
        using var site = Built("IntegerConvFixture", "QLinearConv");
        using var page = Html.Open(Path.Combine(site.Output, "verify", "index.html"));
        Assert.Contains("optimised answer", page.QuerySelector("[data-optimised]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_site_says_nothing_of_it()
    {
        using var site = Built("LeakyReluFixture", OperatorFixtures.Of("LeakyReluFixture").Models.First().Name);
        using var page = Html.Open(Path.Combine(site.Output, "verify", "index.html"));
        Assert.Null(page.QuerySelector("[data-optimised]"));
    }

    private static TempSite Built(string fixture, string model)
    {
        var site = new TempSite("small", metadata: null);
        site.Write("models/net.onnx", OperatorFixtures.Model(fixture, model).Model.ToByteArray());
        site.Built();
        return site;
    }
}
