using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

public sealed class PoolTests
{
    private static readonly Tensor Row = Some.Maps(1, 1, 5, 1, 2, 3, 4, 5);

    [Fact]
    public void MaxTakesTheLargestOfEachWindow()
    {
        var input = Some.Maps(2, 2, 4, 1, 5, -2, -3, 4, 0, -9, -1, 7, 7, 7, 7, 8, 7, 7, 6);
        Assert.Equal([5.0, -1, 8, 7], new MaxPool(Some.Window(2, 2)).Forward([input])!);
    }

    [Fact]
    public void PaddingNeverWins()
    {
        var pool = new MaxPool(Some.Window(3, padding: 1));
        var input = Some.Maps(1, 1, 2, -5, -3);
        Assert.Equal([-3.0, -3], pool.Forward([input])!);
        var explanation = pool.Explain([input], Some.Recorded(pool, input), new(0, 0, 0))!;
        Assert.Equal(5, explanation.Winner); // rows -1, 0, 1 and columns -1, 0, 1: the cell (0, 1) is the last of the middle row
        Assert.Equal(2, explanation.Parts[0].Terms.Count(term => !term.IsPadding));
    }

    [Fact]
    public void TheFirstOfEqualsWins()
    {
        var (pool, input) = (new MaxPool(Some.Window(2)), Some.Maps(1, 2, 2, 0, 3, 3, 1));
        Assert.Equal(1, pool.Explain([input], Some.Recorded(pool, input), default)!.Winner);
    }

    [Theory]
    [InlineData(0L, new double[] { 2, 4 })]
    [InlineData(1L, new double[] { 2, 4, 5 })]
    public void RoundingUpKeepsAPartialWindow(long ceiling, double[] expected)
    {
        var pool = new MaxPool(Some.Node("MaxPool", Row.Shape, new(1, 1, expected.Length), attributes: new()
        {
            ["kernel_shape"] = new long[] { 1, 2 },
            ["strides"] = new long[] { 1, 2 },
            ["ceil_mode"] = ceiling,
        }));
        Assert.Equal(expected, pool.Forward([Row])!);
    }

    [Fact]
    public void WhatRoundingUpAddsIsNotCounted()
    {
        // Padded to 0 1 2 3 4 5 0 by the model; the last window lies on 5, the padding and a cell beyond it: 5 / 2.
        var pool = new AveragePool(Some.Node("AveragePool", Row.Shape, new(1, 1, 3), attributes: new()
        {
            ["kernel_shape"] = new long[] { 1, 3 },
            ["strides"] = new long[] { 1, 3 },
            ["pads"] = new long[] { 0, 2, 0, 1 },
            ["ceil_mode"] = 1L,
            ["count_include_pad"] = 1L,
        }));
        Assert.Equal([1 / 3.0, 3, 2.5], pool.Forward([Row])!);
        Assert.Equal("2", pool.Explain([Row], Some.Recorded(pool, Row), new(0, 0, 2))!.Extras["count"].Shown);
    }

    [Fact]
    public void RoundingUpDropsAWindowThatStartsBeyondTheInput() => Assert.Equal(2, Some.Axis(1, 2).Output(4, ceiling: true));

    [Theory]
    [InlineData(0, new double[] { 1, 2.5, 4 })]
    [InlineData(1, new double[] { 0.5, 2.5, 2 })]
    public void AverageCountsPaddingOnlyIfToldTo(long counts, double[] expected)
    {
        var pool = new AveragePool(Some.Node("AveragePool", new(1, 1, 4), new(1, 1, 3), attributes: new()
        {
            ["kernel_shape"] = new long[] { 1, 2 },
            ["strides"] = new long[] { 1, 2 },
            ["pads"] = new long[] { 0, 1, 0, 1 },
            ["count_include_pad"] = counts,
        }));
        Assert.Equal(expected, pool.Forward([Some.Maps(1, 1, 4, 1, 2, 3, 4)])!);
    }

    [Theory]
    [InlineData("GlobalAveragePool", "average-pool", new double[] { 2.5, 6 })]
    [InlineData("GlobalMaxPool", "max-pool", new double[] { 4, 9 })]
    public void GlobalPoolingMakesOneNumberOfAMap(string type, string kind, double[] expected)
    {
        var op = OperatorCatalog.Create(Some.Node(type, new(2, 2, 2), new(2, 1, 1)));
        var input = Some.Maps(2, 2, 2, 1, 2, 3, 4, 9, 5, 5, 5);
        Assert.Equal(kind, op.Kind);
        Assert.Equal(new Shape(2, 1, 1), op.OutputShape([input.Shape]));
        Assert.Equal(expected, op.Forward([input])!);
        Assert.Equal(new Region(1, 1, 0, 0, 1, 1), op.InputRegion(0, Region.Of(new(1)), input.Shape));
    }

    [Fact]
    public void SaysWhyAShapeIsImpossible()
    {
        var error = Assert.Throws<ArgumentException>(() => new MaxPool(Some.Window(3)).OutputShape([new(1, 2, 5)]));
        Assert.Contains("spans 3 cells doesn't fit into 2 cells", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AVectorIsNotPooled() =>
        Assert.Contains("reads maps", Assert.Throws<ArgumentException>(() => new MaxPool(Some.Window(1)).OutputShape([new(5)])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void DependsOnItsWindowOnTheSameUnit() =>
        Assert.Equal(new Region(4, 4, 3, 5, 5, 7), new MaxPool(Some.Window(3, 2, padding: 1))
            .InputRegion(0, Region.Of(new(4, 2, 3)), new(9, 9, 9)));
}
