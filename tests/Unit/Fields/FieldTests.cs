using Convscope.Core.Fields;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Tests.Operators;
using Convscope.Tests.Unit.Inference;

namespace Convscope.Tests.Unit.Fields;

/// <summary>Receptive fields worked out by hand.</summary>
public sealed class FieldTests
{
    private static CellField At(NetworkGraph network, string id, int row, int column, int unit = 0) =>
        network.Fields[network[id]][unit].At(row, column);

    private static OnnxModel Load(ModelBuilder builder) => builder.Load(new() { Probabilities = ProbabilityChoice.None });

    [Fact]
    public void Grow_and_move_on_with_the_strides()
    {
        // Windows 3, then 2 with stride 2, then 3 dilated to 5: 3, 4, 4 + 4 * 2 = 12 rows; steps of 2.
        using var model = Load(new ModelBuilder().Input(1, 1, 30, 30).Weights("w", 1, 1, 3, 3)
            .Node("Conv", "image w", "conv").Node("MaxPool", "conv", "pool", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))
            .Node("Conv", "pool w", "dilated", ("dilations", new[] { 2, 2 })).Node("GlobalAveragePool", "dilated", "mean").Output("mean"));
        Assert.Equal(new(new(3, 4, 5, 6), false, false), At(model.Network, "conv", 3, 4));
        Assert.Equal(new(new(6, 8, 9, 11), false, false), At(model.Network, "pool", 3, 4));
        Assert.Equal(new(new(6, 8, 17, 19), false, false), At(model.Network, "dilated", 3, 4));
        Assert.Equal(new(new(0, 0, 29, 29), false, false), At(model.Network, "mean", 0, 0));
        Assert.Equal((12, 12), model.Network.Fields[model.Network["dilated"]].Largest);
    }

    [Fact]
    public void End_where_the_layers_between_end()
    {
        // The pool leaves the last column of the first maps unread: row 6 sees one row less than windows and strides alone would say.
        using var model = Load(new ModelBuilder().Input(1, 3, 17, 17).Weights("w1", 2, 3, 3, 3).Weights("w2", 2, 2, 3, 3)
            .Node("Conv", "image w1", "c1").Node("MaxPool", "c1", "p1", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))
            .Node("Conv", "p1 w2", "c2", ("pads", new[] { 1, 1, 1, 1 })).Output("c2"));
        Assert.Equal(new(new(10, 2, 15, 9), true, false), At(model.Network, "c2", 6, 2));
    }

    [Fact]
    public void Are_empty_where_only_padding_is_read()
    {
        using var model = Load(new ModelBuilder().Input(1, 3, 16, 16).Weights("w", 2, 3, 3, 3)
            .Node("Conv", "image w", "conv", ("pads", new[] { 4, 4, 4, 4 })).Output("conv"));
        Assert.Equal(new(null, true, false), At(model.Network, "conv", 0, 7));
        Assert.Equal(new(new(0, 3, 0, 5), true, false), At(model.Network, "conv", 2, 7));
        Assert.Equal(new(new(0, 3, 2, 5), false, false), At(model.Network, "conv", 4, 7));
    }

    [Fact]
    public void Pass_over_pixels_in_gaps_only()
    {
        // A window of 1, 3 and 5 about column 0 reads columns 0 and 2 of the picture; where it lies on the rim it reads padding between
        // none.
        using var model = Load(new ModelBuilder().Input(1, 1, 15, 12).Weights("w", 1, 1, 5, 5)
            .Node("Conv", "image w", "far", ("dilations", new[] { 2, 2 }), ("pads", new[] { 9, 0, 2, 0 })).Output("far"));
        Assert.Equal(new(null, true, false), At(model.Network, "far", 0, 0));
        Assert.Equal(new(new(0, 0, 0, 8), true, true), At(model.Network, "far", 1, 0));
        Assert.Equal(new(new(1, 0, 9, 8), false, true), At(model.Network, "far", 10, 0));
    }

    [Fact]
    public void Turn_with_a_transpose()
    {
        using var model = Load(new ModelBuilder().Input(1, 1, 18, 11).Weights("w", 1, 1, 1, 2)
            .Node("Conv", "image w", "conv").Node("Transpose", "conv", "turned", ("perm", new[] { 0, 1, 3, 2 })).Output("turned"));
        Assert.Equal(new(new(17, 2, 17, 3), false, false), At(model.Network, "turned", 2, 17));
    }

    [Fact]
    public void Of_joined_branches_differ()
    {
        using var model = Load(new ModelBuilder().Input(1, 1, 9, 9).Weights("w", 1, 1, 5, 5).Node("Relu", "image", "near")
            .Node("Conv", "image w", "wide", ("pads", new[] { 2, 2, 2, 2 })).Node("Concat", "near wide", "both", ("axis", 1))
                .Output("both"));
        var fields = model.Network.Fields[model.Network["both"]];
        Assert.True(fields.DoUnitsDiffer);
        Assert.Equal(((1, 1), (5, 5)), (fields.Smallest, fields.Largest));
        Assert.Equal(new(4, 4, 4, 4), fields[0].At(4, 4).Pixels);
        Assert.Equal(new(2, 2, 6, 6), fields[1].At(4, 4).Pixels);
    }

    [Fact]
    public void Of_a_tall_and_a_wide_window_have_holes()
    {
        using var model = Load(new ModelBuilder().Input(1, 1, 9, 9).Weights("tall", 1, 1, 3, 1).Weights("wide", 1, 1, 1, 3)
            .Node("Conv", "image tall", "down", ("pads", new[] { 1, 0, 1, 0 }))
                .Node("Conv", "image wide", "across", ("pads", new[] { 0, 1, 0, 1 }))
            .Node("Add", "down across", "cross").Output("cross"));
        Assert.Equal(new(new(3, 3, 5, 5), false, true), At(model.Network, "cross", 4, 4));
    }

    [Theory]
    [InlineData("LpPool")]
    [InlineData("Unheard")]
    public void Behind_a_layer_that_is_not_explained_are_known_but_at_most(string type)
    {
        var network = new NetworkGraph("unknown",
        [
            new("input", "input", new Input(new(1, 16, 16)), [], new(1, 16, 16)),
            new("conv", "conv", new Conv(new float[9], [0], 1, new(new(3, 1, 0, 0, 1), new(3, 1, 0, 0, 1))), ["input"], new(1, 14, 14)),
            new("unknown", "unknown", new Unexplained(type, new(1, 7, 7)), ["conv"], new(1, 7, 7)),
            new("relu", "relu", new Relu(), ["unknown"], new(1, 7, 7)),
        ]);
        Assert.False(network.Fields[network["conv"]].IsAtMost);
        Assert.True(network.Fields[network["relu"]].IsAtMost);
        Assert.Equal(new(0, 0, 15, 15), At(network, "relu", 3, 3).Pixels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Pools_are_padded_as_the_runtime_does(int dilation)
    {
        using var model = Load(new ModelBuilder(19).Input(1, 2, 16, 16)
            .Node("MaxPool", "image", "pool", ("kernel_shape", new[] { 3, 3 }), ("dilations", new[] { dilation, dilation }),
                ("auto_pad", "SAME_UPPER")).Output("pool"));
        Assert.Equal(dilation == 1 ? 16 : 14, model.Network["pool"].Shape.Height);
        Recompute.Check(model);
    }

    [Theory]
    [InlineData("Conv", 1)]
    [InlineData("MaxPool", 2)]
    [InlineData("AveragePool", 1)]
    public void Steps_larger_than_the_window_are_padded_as_the_runtime_does(string type, int dilation)
    {
        for (var size = 10; size < 15; size++)
        {
            foreach (var auto in new[] { "SAME_UPPER", "SAME_LOWER" })
            {
                using var model = Load(new ModelBuilder(19).Input(1, 2, size, size + 1).Weights("w", 2, 2, 2, 1).Node(
                    type, type == "Conv" ? "image w" : "image", "out", ("kernel_shape", new[] { 2, 1 }), ("strides", new[] { 5, 7 }),
                    ("dilations", new[] { dilation, 1 }), ("auto_pad", auto)).Output("out"));
                Recompute.Check(model);
            }
        }
    }

    [Theory]
    [InlineData("VALID")]
    [InlineData("NOTSET")]
    [InlineData("SAME_UPPER")]
    [InlineData("SAME_LOWER")]
    public void Transposed_convolutions_are_cut_to_a_size_as_the_runtime_does(string auto)
    {
        using var model = Load(new ModelBuilder(11).Input(1, 2, 16, 16).Weights("w", 2, 2, 3, 3)
            .Node("ConvTranspose", "image w", "up", ("strides", new[] { 2, 2 }), ("output_shape", new[] { 32, 30 }), ("auto_pad", auto))
                .Output("up"));
        Recompute.Check(model);
    }
}
