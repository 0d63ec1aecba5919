using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

public sealed class MapOperatorTests
{
    private static readonly Tensor A = Some.Maps(2, 1, 2, 1, 2, 3, 4);
    private static readonly Tensor B = Some.Maps(2, 1, 2, 10, 20, 30, 40);

    [Fact]
    public void AddSubAndMulGoNumberByNumber()
    {
        Assert.Equal([-9.0, -18, -27, -36], new Sub().Forward([A, B])!);
        Assert.Equal([10.0, 40, 90, 160], new Mul().Forward([A, B])!);
        Assert.Equal([11.0, 22, 33, 44], new Add().Forward([A, B])!);
        Assert.Equal([12.0, 24, 36, 48], new Add().Forward([A, B, A])!);
    }

    [Fact]
    public void AConstantSpreadsOverAChannelOrOverAll()
    {
        Operator Of(string type, int position, Constant constant) =>
            OperatorCatalog.Create(Some.Node(type, A.Shape, A.Shape, new() { [position] = constant }));
        Assert.Equal([6.0, 7, 10, 11], Of("Add", 1, new([1, 2, 1, 1], [5, 7])).Forward([A])!);
        Assert.Equal([4.0, 3, 2, 1], Of("Sub", 0, new([], [5])).Forward([A])!);
        Assert.Equal([-4.0, -3, -2, -1], Of("Sub", 1, new([1], [5])).Forward([A])!);
        Assert.Equal([2.0, 6, 6, 12], Of("Mul", 1, new([2], [2, 3])).Forward([A])!);
        Assert.IsType<Unexplained>(Of("Mul", 1, new([3], [2, 3, 4])));
    }

    [Fact]
    public void AConstantIsAPartThatComesFromNoInput()
    {
        var explanation = new Sub(Some.Maps(2, 1, 1, 7, 0.5f), place: 0)
            .Explain([A], Some.Maps(2, 1, 2, 6, 5, -2.5f, -3.5f), new(1, 0, 1))!;
        Assert.Equal([(-1, -1, "0.50"), (0, 1, "4.00")], explanation.Parts.Select(part => (part.Input, part.Unit, part.Value.Shown)));
        Assert.Equal("−3.50", explanation.Result.Shown);
    }

    [Fact]
    public void AGateOfOneNumberAChannelSpreadsOverTheMap()
    {
        var gate = Some.Maps(2, 1, 1, 2, 3);
        Assert.Equal([2.0, 4, 9, 12], new Mul().Forward([A, gate])!);
        Assert.Equal([2.0, 4, 9, 12], new Mul().Forward([gate, A])!);
        Assert.Equal(new Region(1, 1, 0, 0, 0, 0), new Mul().InputRegion(1, Region.Of(new(1, 0, 1)), gate.Shape));
    }

    [Fact]
    public void OperandsThatDoNotFitAreNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => new Add().OutputShape([new(2, 3, 3), new(2, 2, 2)]));
        Assert.Contains("2 × 3 × 3 and 2 × 2 × 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Add().OutputShape([new(2, 3, 3), new(2)]));
    }

    [Fact]
    public void BatchNormStandardizesScalesAndShifts()
    {
        // unit 0: (5 - 3) · 2 / √4 + 1 = 3; unit 1: (0 - 1) · 3 / √(0.75 + 0.25) + 0 = -3
        var norm = Some.BatchNorm([2, 3], [1, 0], [3, 1], [4, 1], 0);
        Assert.Equal([3.0, 1, -3, 0], norm.Forward([Some.Maps(2, 1, 2, 5, 3, 0, 1)])!);
        Assert.Equal([1.0], Some.BatchNorm([1], [0], [0], [0.75f], 0.25f).Forward([Some.Vector(1)])!);
        Assert.Throws<ArgumentException>(() => norm.OutputShape([new(3, 1, 1)]));
    }

    [Fact]
    public void ConcatPutsUnitsAfterOneAnother()
    {
        var one = Some.Maps(1, 1, 2, 8, 9);
        var concat = new Concat(A.Shape, one.Shape);
        Assert.Throws<ArgumentException>(() => concat.OutputShape([A.Shape, new(1, 2, 2)]));
        Assert.Equal(new Shape(3, 1, 2), concat.OutputShape([A.Shape, one.Shape]));
        Assert.Equal([1.0, 2, 3, 4, 8, 9], concat.Forward([A, one])!);
        Assert.True(concat.InputRegion(0, Region.Of(new(2)), A.Shape).IsEmpty);
        Assert.Equal(Region.Of(default), concat.InputRegion(1, Region.Of(new(2)), one.Shape));
    }

    [Fact]
    public void ConcatPutsRowsBelowOneAnother()
    {
        var concat = OperatorCatalog.Create(new("Concat", [A.Shape, A.Shape],
            new Dictionary<int, Constant>(), new Dictionary<string, object> { ["axis"] = 2L }, new(2, 2, 2)));
        Assert.Equal([1.0, 2, 1, 2, 3, 4, 3, 4], concat.Forward([A, A])!);
    }
}
