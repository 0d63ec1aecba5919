using Convscope.Core.Texts;

namespace Convscope.Tests.Unit.Texts;

public sealed class NameBreaksTests
{
    [Theory]
    [InlineData("max_pool_1", "max_|pool_1", 6)]
    [InlineData("conv_1_1", "conv_1_1", 8)]
    [InlineData("layer3.1.conv2", "layer3.1.|conv2", 9)]
    [InlineData("depthwise convolution", "depthwise |convolution", 11)]
    [InlineData("squeeze-and-excitation block", "squeeze-|and-|excitation |block", 10)]
    [InlineData("", "", 1)]
    [InlineData("__", "__", 2)]
    [InlineData("二维卷积", "二维卷积", 2)]
    public void A_name_breaks_between_its_words(string name, string pieces, int longest)
    {
        Assert.Equal(pieces, string.Join('|', NameBreaks.Pieces(name)));
        Assert.Equal(longest, NameBreaks.Longest(name));
    }
}
