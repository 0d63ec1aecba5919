using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

public sealed class VectorOperatorTests
{
    [Fact]
    public void FlattenKeepsReadingOrder()
    {
        var input = Some.Maps(2, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Equal([1.0, 2, 3, 4, 5, 6, 7, 8], new Flatten([0, 1, 2]).Forward([input])!);
        Assert.Equal(new Cell(1, 0, 1), new Flatten([0, 1, 2]).SourceOf(5, input.Shape));
    }

    [Fact]
    public void FlattenOfChannelsLastAlternatesChannels()
    {
        var input = Some.Maps(2, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Equal([1.0, 5, 2, 6, 3, 7, 4, 8], new Flatten([1, 2, 0]).Forward([input])!);
    }

    [Fact]
    public void FlattenFindsEveryCellAgain()
    {
        var (flatten, shape) = (new Flatten([2, 0, 1]), new Shape(2, 3, 5));
        for (var i = 0; i < shape.Count; i++) Assert.Equal(i, flatten.IndexOf(flatten.SourceOf(i, shape), shape));
        Assert.Equal(new Region(0, 1, 0, 0, 2, 0), flatten.InputRegion(0, new(0, 5, 0, 0, 0, 0), shape));
    }

    [Fact]
    public void AnOrderNamesEachAxisOnce() => Assert.Throws<ArgumentException>(() => new Flatten([0, 1, 1]));

    [Fact]
    public void ReshapingToMapsIsACopy() =>
        Assert.Equal(new Origin(0, new(6)), Assert.IsType<Reshape>(OperatorCatalog.Create(Some.Node("Reshape", new(8), new(2, 2, 2))))
            .OriginOf(new(1, 1, 0)));

    [Fact]
    public void DenseWeighsAndAdds()
    {
        // 1·5 + 2·6 + 10 and 3·5 + 4·6 + 20
        var dense = new Dense([1, 2, 3, 4], [10, 20], 2, 2);
        Assert.Equal([27.0, 59], dense.Forward([Some.Vector(5, 6)])!);
        Assert.Equal(4, new Dense([1, 2, 3, 4], null, 2, 2).Parameters);
        Assert.Equal(6, dense.Parameters);
    }

    [Theory]
    [InlineData(0L, new float[] { 1, 3, 2, 4 })]
    [InlineData(1L, new float[] { 1, 2, 3, 4 })]
    public void GemmIsReadEitherWayRound(long transB, float[] weights)
    {
        // 2 · 17 + 10 / 2 and 2 · 39 + 20 / 2
        var dense = new Dense(Some.Node(
            "Gemm", new(2), new(2),
            new() { [1] = new([2, 2], weights), [2] = new([1, 2], [10, 20]) },
            new() { ["transB"] = transB, ["alpha"] = 2f, ["beta"] = 0.5f }));
        Assert.Equal([39.0, 88], dense.Forward([Some.Vector(5, 6)])!);
        Assert.Equal(4, dense.Weights(0)[1]);
    }

    [Fact]
    public void DenseSaysWhyAShapeIsImpossible()
    {
        var dense = new Dense(new float[6], new float[2], 3, 2);
        Assert.Contains("3 inputs, but there are 4", Assert.Throws<ArgumentException>(() => dense.OutputShape([new(4)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DenseShowsTheLargestProductsAndTheRest()
    {
        var dense = new Dense([.. Enumerable.Range(1, 20).Select(i => i % 2 == 0 ? i : (float)-i)], [0.5f], 20, 1);
        var input = Some.Vector([.. Enumerable.Repeat(1f, 20)]);
        var explanation = dense.Explain([input], Some.Recorded(dense, input), default)!;
        Assert.Equal(
            [20.0, -19, 18, -17, 16, -15, 14, -13, 12, -11, 10, -9], explanation.Parts.Take(12).Select(part => part.Value.Exact));
        Assert.Equal((8, 4.0), (explanation.Parts[12].Count, explanation.Parts[12].Value.Exact)); // 8 - 7 + 6 - 5 + 4 - 3 + 2 - 1
        Assert.Equal(10.5, explanation.Result.Exact);
    }

    [Fact]
    public void SoftmaxSharesOutOne()
    {
        var input = Some.Vector(0, MathF.Log(2), MathF.Log(5));
        Assert.Equal([0.125, 0.25, 0.625], new Softmax().Forward([input])!.Select(p => Math.Round(p, 6)));
        Assert.Equal([0.5, 0.5], new Softmax().Forward([Some.Vector(1000, 1000)])!);
    }
}
