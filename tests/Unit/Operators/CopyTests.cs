using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Tests.Unit.Explain;

namespace Convscope.Tests.Unit.Operators;

public sealed class CopyTests
{
    [Fact]
    public void AShuffleDealsOutItsGroupsInTurn()
    {
        var shuffle = OperatorCatalog.Create(Some.Node("ChannelShuffle", new(6, 1, 1), new(6, 1, 1),
            attributes: new() { ["groups"] = 2L }));
        var input = Some.Maps(6, 1, 1, 0, 1, 2, 3, 4, 5);
        Assert.Equal([0.0, 3, 1, 4, 2, 5], shuffle.Forward([input])!);
        Assert.Equal(Region.Of(new(3)), shuffle.InputRegion(0, Region.Of(new(1)), input.Shape));
        Assert.False(shuffle.IsPerUnit);
        Assert.Empty(Readding.Faults(shuffle.Explain([input], Some.Recorded(shuffle, input), new(1))!));
    }

    [Fact]
    public void AShuffleWhoseGroupsDontDivideIsLeftUnexplained() => Assert.IsType<Unexplained>(OperatorCatalog.Create(
        Some.Node("ChannelShuffle", new(6, 1, 1), new(6, 1, 1), attributes: new() { ["groups"] = 4L })));

    [Theory]
    [InlineData("reflect", new double[] { 3, 2, 1, 2, 3, 2 })]
    [InlineData("edge", new double[] { 1, 1, 1, 2, 3, 3 })]
    [InlineData("wrap", new double[] { 2, 3, 1, 2, 3, 1 })]
    [InlineData("constant", new double[] { 7, 7, 1, 2, 3, 7 })]
    public void ARimIsMadeOfWhatIsThere(string mode, double[] expected)
    {
        var pad = OperatorCatalog.Create(Some.Node("Pad", new(1, 1, 3), new(1, 1, 6), attributes: new()
        {
            ["mode"] = mode,
            ["pads"] = new long[] { 0, 0, 0, 2, 0, 0, 0, 1 },
            ["value"] = 7f,
        }));
        Assert.Equal(expected, pad.Forward([Some.Maps(1, 1, 3, 1, 2, 3)])!);
    }

    [Fact]
    public void AFilledCellComesFromNowhere()
    {
        var pad = (Pad)OperatorCatalog.Create(Some.Node("Pad", new(1, 1, 1), new(1, 1, 2),
            attributes: new() { ["pads"] = new long[] { 0, 0, 0, 1, 0, 0, 0, 0 } }));
        var input = Some.Maps(1, 1, 1, 5);
        Assert.Null(pad.OriginOf(default));
        var part = pad.Explain([input], Some.Recorded(pad, input), default)!.Parts[0];
        Assert.Equal((-1, -1, true), (part.Input, part.Unit, part.Terms[0].IsPadding));
        Assert.Equal(new Region(0, 0, 0, -1, 0, -1), pad.InputRegion(0, Region.Of(default), input.Shape));
    }

    [Fact]
    public void APartOfTheBatchIsLeftUnexplained() => Assert.IsType<Unexplained>(OperatorCatalog.Create(
        Some.Node("Slice", new(2, 2, 2), new(2, 2, 2),
            attributes: new() { ["axes"] = new long[] { 0 }, ["starts"] = new long[] { 1 }, ["ends"] = new long[] { 2 } })));

    [Fact]
    public void WhatIsComputedIsLeftUnexplained() => Assert.IsType<Unexplained>(OperatorCatalog.Create(
        new("Reshape", [new(8), new(3)], new Dictionary<int, Constant>(), new Dictionary<string, object>(), new(2, 2, 2))));
}
