using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Convscope.Tests.Shared;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>The input's channels are called by the colours that they hold, in the model's order.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("RGB", "red channel")]
    [InlineData("BGR", "blue channel")]
    public void TheFirstChannelIsCalledByItsColour(string order, string name)
    {
        using var site = new TempSite(metadata: $"labels: [cat, dog, bird]\ninput:\n  channels: {order}\n");
        site.Built();
        Assert.Contains($"<h1>input, {name} ", site.Page("red/input/0/index.html"));
    }

    [Theory]
    [InlineData(2, "red channel", "green channel")]
    [InlineData(4, "red channel", "opacity channel")]
    [InlineData(7, "channel 0 (red)", "channel 6 (red)")]
    public void AnyNumberOfChannelsTakesColoursAndOpacity(int channels, string first, string last)
    {
        using var site = Channels(channels, "");
        site.Built();
        Assert.Contains($"<h1>image, {first} ", site.Page("clear/input/0/index.html"));
        Assert.Contains($"<h1>image, {last} ", site.Page($"clear/input/{channels - 1}/index.html"));
        Assert.Equal(channels is 2 or 7, site.Page("clear/input/index.html").Contains("three colours in turn", StringComparison.Ordinal));
        foreach (var channel in Enumerable.Range(0, channels))
            Assert.Empty(EquationChecker.Check(Html.Parse(site.Page($"clear/input/{channel}/index.html"))));
    }

    [Fact]
    public void TheFourthChannelIsTheOpacityOfThePicture()
    {
        using var site = Channels(4, "");
        site.Built();
        var shown = Html.Parse(site.Page("clear/input/3/index.html")).QuerySelector(".equation [data-term] .x")!;
        Assert.Equal("51", shown.TextContent);
    }

    [Theory]
    [InlineData(2, "RGB")]
    [InlineData(4, "BGR")]
    [InlineData(4, "GRAY")]
    public void OnlyChannelsThatAreDeclaredCanContradict(int channels, string order)
    {
        using var site = Channels(channels, $"input: {{channels: {order}}}\n");
        Assert.Single(site.Fails(1, ["CS1104", $"has {channels}", "declare none"]).Errors.Distinct());
    }

    private static TempSite Channels(int channels, string metadata)
    {
        var site = new TempSite(metadata: metadata);
        site.Write("models/net.onnx", new ModelBuilder().Input(1, channels, 6, 5).Weights("w", 2, channels, 3, 3)
            .Node("Conv", "image w", "conv").Output("conv").Model.ToByteArray());
        site.Write("content/images/clear.png", Pictures.Png(5, 6, 200, 100, 50, alpha: 51));
        return site;
    }
}
