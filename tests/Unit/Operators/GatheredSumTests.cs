using Convscope.Core.Operators;
using Convscope.Tests.Unit.Explain;

namespace Convscope.Tests.Unit.Operators;

public sealed class GatheredSumTests
{
    [Fact]
    public void ProductsAreAddedUpGroupByGroup()
    {
        var dense = new Dense([1, 2, 3, 4, 5, 6], [0.5f], 6, 1);
        var input = Some.Vector(1, 1, 1, 1, 1, 1);
        var explanation = dense.ExplainGroups([input], Some.Recorded(dense, input), default, new(3, i => i / 2));
        Assert.Equal([3.0, 7, 11], explanation.Parts.Select(part => part.Value.Exact));
        Assert.Equal(21.5, explanation.Result.Exact);
        Assert.Empty(Readding.Faults(explanation));
    }

    [Fact]
    public void SmallGroupsAreOnePart()
    {
        var random = new Random(3);
        var dense = new Dense(Some.Floats(random, 400), Some.Floats(random, 1), 400, 1);
        var input = Some.Random(random, new(400));
        var explanation = dense.ExplainGroups([input], Some.Recorded(dense, input), default, new(100, i => i % 100, Most: 32));
        Assert.Equal(33, explanation.Parts.Length);
        Assert.Equal((-1, 272), (explanation.Parts[^1].Unit, explanation.Parts[^1].Count));
        Assert.True(explanation.Parts.Take(32).Min(part => Math.Abs(part.Value.Exact)) > 0);
        Assert.Empty(Readding.Faults(explanation));
    }

    [Fact]
    public void SoftmaxNamesTheUnitAndTheLargest()
    {
        var input = Some.Vector([.. Enumerable.Range(0, 40).Select(i => i / 10f)]);
        var softmax = new Softmax();
        var explanation = softmax.Explain([input], Some.Recorded(softmax, input), new(2))!;
        Assert.Equal([2, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, -1], explanation.Parts.Select(part => part.Unit));
        Assert.Equal(28, explanation.Parts[^1].Count);
        Assert.Empty(Readding.Faults(explanation));
    }
}
