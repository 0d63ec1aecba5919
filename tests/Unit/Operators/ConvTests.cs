using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using FsCheck.Xunit;

namespace Convscope.Tests.Unit.Operators;

public sealed class ConvTests
{
    private static readonly Tensor OneToNine = Some.Maps(1, 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    [Fact]
    public void MultipliesWithoutFlippingTheKernel()
    {
        // Top left: 1·1 + 2·2 + 4·3 + 5·4 + 0.5 = 37.5; one to the right every operand grows by 1, one down by 3.
        var conv = Some.Conv(new([1, 1, 2, 2], [1, 2, 3, 4]), [0.5f], Some.Window(2));
        Assert.Equal([37.5, 47.5, 67.5, 77.5], conv.Forward([OneToNine])!);
    }

    [Fact]
    public void StridesAndPadsWithZeros()
    {
        // Padded to 5 × 5, every second window of 3 × 3 ones: the corners 1+2+4+5, 2+3+5+6, 4+5+7+8, 5+6+8+9.
        var conv = Some.Conv(new([1, 1, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1]), null, Some.Window(3, stride: 2, padding: 1));
        Assert.Equal([12.0, 16, 24, 28], conv.Forward([OneToNine])!);
    }

    [Fact]
    public void DilationSpreadsTheKernel()
    {
        // The four corners: 1·1 + 3·10 + 7·100 + 9·1000.
        var conv = Some.Conv(new([1, 1, 2, 2], [1, 10, 100, 1000]), null, Some.Window(2, dilation: 2));
        Assert.Equal([9731.0], conv.Forward([OneToNine])!);
    }

    [Fact]
    public void DepthwiseKeepsChannelsApart()
    {
        var conv = Some.Conv(new([2, 1, 1, 1], [2, 3]), [0, 1], Some.Window(1), groups: 2);
        Assert.Equal([2.0, 4, 16, 19], conv.Forward([Some.Maps(2, 1, 2, 1, 2, 5, 6)])!);
        Assert.Equal(1, conv.InputChannelOf(1, 0));
        Assert.True(conv.IsPerUnit);
    }

    [Theory]
    [InlineData("SAME_UPPER", new double[] { 6, 7 })] // pads (0, 1): 1+2+3, 3+4+0
    [InlineData("SAME_LOWER", new double[] { 3, 9 })] // pads (1, 0): 0+1+2, 2+3+4
    [InlineData("VALID", new double[] { 6 })]
    public void PadsByItself(string autoPad, double[] expected)
    {
        var conv = new Conv(Some.Node(
            "Conv", new(1, 1, 4), new(1, 1, expected.Length),
            new() { [1] = new([1, 1, 1, 3], [1, 1, 1]) },
            new() { ["auto_pad"] = autoPad, ["strides"] = new long[] { 2, 2 } }));
        Assert.Equal(expected, conv.Forward([Some.Maps(1, 1, 4, 1, 2, 3, 4)])!);
    }

    [Fact]
    public void ReadsUnequalPadsInOnnxOrder()
    {
        // top 0, left 1, bottom 2, right 0 around one cell of 7: three rows, two columns.
        var conv = new Conv(Some.Node(
            "Conv", new(1, 1, 1), new(1, 3, 2),
            new() { [1] = new([1, 1, 1, 1], [1]), [2] = new([1], [1]) },
            new() { ["pads"] = new long[] { 0, 1, 2, 0 } }));
        Assert.Equal([1.0, 8, 1, 1, 1, 1], conv.Forward([Some.Maps(1, 1, 1, 7)])!);
    }

    [Property(MaxTest = 300)]
    public void AgreesWithTheDefinition(int seed)
    {
        var random = new Random(seed);
        var groups = random.Next(1, 4);
        var (channels, units) = (random.Next(1, 4), groups * random.Next(1, 4));
        Axis Axis() => new(random.Next(1, 4), random.Next(1, 4), random.Next(3), random.Next(3), random.Next(1, 3));
        var (vertical, horizontal) = (Axis(), Axis());
        var input = Some.Random(random, new(channels * groups, vertical.Extent + random.Next(7), horizontal.Extent + random.Next(40)));
        var kernels = new Constant(
            [units, channels, vertical.Kernel, horizontal.Kernel],
            Some.Floats(random, units * channels * vertical.Kernel * horizontal.Kernel));
        var bias = Some.Floats(random, units);
        var conv = Some.Conv(kernels, bias, new(vertical, horizontal), groups);

        var actual = conv.Forward([input])!;
        var shape = conv.OutputShape([input.Shape]);
        for (var i = 0; i < actual.Length; i++)
        {
            var (unit, row, column) = (i / shape.MapSize, i / shape.Width % shape.Height, i % shape.Width);
            double sum = bias[unit];
            for (var c = 0; c < channels; c++)
            {
                for (var ky = 0; ky < vertical.Kernel; ky++)
                {
                    for (var kx = 0; kx < horizontal.Kernel; kx++)
                    {
                        var y = (row * vertical.Stride) - vertical.PadBegin + (ky * vertical.Dilation);
                        var x = (column * horizontal.Stride) - horizontal.PadBegin + (kx * horizontal.Dilation);
                        if (y < 0 || x < 0 || y >= input.Shape.Height || x >= input.Shape.Width) continue;
                        sum += (double)input[(unit / (units / groups) * channels) + c, y, x] * conv.Kernel(unit, c)[(ky * conv.KernelWidth)
                            + kx];
                    }
                }
            }

            Assert.Equal(sum, actual[i], 1e-12);
        }
    }

    [Fact]
    public void ABiasThatTheModelHasNotIsNoParameter()
    {
        Conv Of(Dictionary<int, Constant> constants) => new(Some.Node("Conv", new(1, 4, 4), new(2, 3, 3), constants));
        Constant kernels = new([2, 1, 2, 2], new float[8]);
        Assert.Equal(8, Of(new() { [1] = kernels }).Parameters);
        Assert.Equal(10, Of(new() { [1] = kernels, [2] = new([2], [0, 0]) }).Parameters);
    }

    [Fact]
    public void ShapeRuleRoundsDown() =>
        Assert.Equal(new Shape(4, 3, 2), Some.Conv(new([4, 3, 3, 3], new float[108]), null, Some.Window(3, 2)).OutputShape([new(3, 8, 6)]));

    [Fact]
    public void SaysWhyAShapeIsImpossible()
    {
        var conv = Some.Conv(new([1, 3, 5, 5], new float[75]), null, Some.Window(5));
        Assert.Contains("3 channels, but the input has 1", Message(conv, new(1, 9, 9)), StringComparison.Ordinal);
        Assert.Contains("spans 5 cells doesn't fit into 4 cells", Message(conv, new(3, 4, 9)), StringComparison.Ordinal);
        Assert.Contains("reads maps", Message(conv, new(12)), StringComparison.Ordinal);
    }

    [Fact]
    public void DependsOnTheWindowAndTheGroup()
    {
        var conv = Some.Conv(new([4, 2, 3, 3], new float[72]), null, Some.Window(3, stride: 2, dilation: 2, padding: 1), groups: 2);
        Assert.Equal(new Region(2, 3, 3, -1, 7, 3), conv.InputRegion(0, Region.Of(new(3, 2, 0)), new(4, 9, 9)));
    }

    [Fact]
    public void ThreeDimensionsAreLeftUnexplained()
    {
        var node = Some.Node("Conv", new(3, 9, 9, 9), new(2, 7, 7, 7), new() { [1] = new([2, 3, 3, 3, 3], new float[162]) });
        Assert.IsType<Unexplained>(OperatorCatalog.Create(node));
    }

    private static string Message(Conv conv, Shape input) => Assert.Throws<ArgumentException>(() => conv.OutputShape([input])).Message;
}
