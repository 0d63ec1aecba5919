using Convscope.Tests.Cli.Support;

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
}
