using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

/// <summary>Large layers are recomputed at a sample of their cells.</summary>
public sealed class SampledVerificationTests
{
    private static readonly ParallelOptions Threads = new() { MaxDegreeOfParallelism = 2 };

    [Fact]
    public void Single_cells_are_those_of_the_whole()
    {
        var random = new Random(5);
        var conv = new Conv(Some.Floats(random, 6 * 2 * 9), Some.Floats(random, 6), 2, new(new(3, 2, 1, 0, 2), new(3, 1, 2, 2, 1)),
            groups: 3);
        AreTheWhole(conv, Some.Random(random, new(6, 9, 8)));
    }

    [Fact]
    public void So_are_those_of_a_transposed_convolution()
    {
        var random = new Random(6);
        var weights = new Constant([6, 2, 3, 4], Some.Floats(random, 6 * 2 * 12));
        var attributes = new Dictionary<string, object>
        {
            ["strides"] = new long[] { 2, 3 }, ["pads"] = new long[] { 1, 2, 0, 1 },
            ["group"] = 2L
        };
        var spread = new ConvTranspose(Some.Node(
            "ConvTranspose", new(6, 5, 4), new(4, 10, 10), new() { [1] = weights, [2] = new([4], Some.Floats(random, 4)) }, attributes));
        AreTheWhole(spread, Some.Random(random, new(6, 5, 4)));
    }

    private static void AreTheWhole(Operator op, Tensor input)
    {
        var (whole, recompute, shape) = (op.Forward([input])!, op.Recompute([input])!, op.OutputShape([input.Shape]));
        for (var i = 0; i < whole.Length; i++) Assert.Equal(whole[i], recompute(shape.CellAt(i)).Exact, 1e-12);
    }

    [Fact]
    public void A_wrong_corner_of_a_large_layer_is_found()
    {
        var (network, right) = Large(corner: 0);
        var error = Assert.Single(LayerError.Measure(network, right, "picture", Threads));
        Assert.InRange(error.Checked, 100, error.Cells / 2);
        Assert.True(error.IsWithin);
        var (_, wrong) = Large(corner: 0.5f);
        Assert.False(Assert.Single(LayerError.Measure(network, wrong, "picture", Threads)).IsWithin);
    }

    [Fact]
    public void The_same_cells_are_drawn_every_time()
    {
        var output = Some.Random(new Random(1), new(8, 20, 20));
        Assert.Equal(CellSample.Of(output, 500), CellSample.Of(output, 500));
        Assert.Contains(MapStatistics.Of(output, 3).Strongest, CellSample.Of(output, 500));
        Assert.Contains(new Cell(7, 19, 19), CellSample.Of(output, 500));
        Assert.All(CellSample.Of(output, 500), cell => Assert.True(Region.Of(cell).Meets(output.Shape)));
    }

    [Fact]
    public void A_folded_sum_writes_out_the_strongest_shown_channels()
    {
        SumPart[] parts = [.. Enumerable.Range(0, 8).Select(unit => new SumPart(0, unit, [new(unit, unit % 2 == 0 ? 1 : -1, new(unit))]))];
        var folded = ChannelFold.Of(parts, new HashSet<int> { 1, 2, 5, 6 }, most: 2);
        Assert.Equal([5, 6, -1], folded.Select(part => part.Unit));
        Assert.Equal(6, folded[2].Count);
        Assert.Equal(parts.Sum(part => part.Sum), folded.Sum(part => part.Sum), 1e-12);
        Assert.Same(parts, ChannelFold.Of(parts, Enumerable.Range(0, 8).ToHashSet(), most: 8));
    }

    [Fact]
    public void Values_that_hardly_differ_are_measured_by_their_magnitude()
    {
        var network = new NetworkGraph("flat", [Input(1), new("copy", "copy", new Relu(), ["input"], new(1, 40, 40))]);
        var input = new Tensor(new(1, 40, 40), [.. Enumerable.Range(0, 1600).Select(i => i == 0 ? 0.50000006f : 0.5f)]);
        var output = new Tensor(input.Shape, [.. Enumerable.Repeat(0.5f, 1600)]);
        Assert.True(Assert.Single(LayerError.Measure(network,
            new Activations(new Dictionary<string, Tensor> { ["input"] = input, ["copy"] = output }), "picture", Threads)).IsWithin);
    }

    private static (NetworkGraph Network, Activations Activations) Large(float corner)
    {
        var random = new Random(2);
        var conv = new Conv(Some.Floats(random, 32 * 32 * 9), Some.Floats(random, 32), 32, Some.Window(3, padding: 1));
        var input = Some.Random(random, new(32, 40, 40));
        var output = Some.Recorded(conv, input);
        output.Values[^1] += corner;
        var network = new NetworkGraph("large", [Input(32), new("conv", "conv", conv, ["input"], output.Shape)]);
        return (network, new Activations(new Dictionary<string, Tensor> { ["input"] = input, ["conv"] = output }));
    }

    private static Layer Input(int channels) => new("input", "input", new Input(new(channels, 40, 40)), [], new(channels, 40, 40));
}
