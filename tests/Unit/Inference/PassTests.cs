using Convscope.Inference;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What exporters write becomes what a person would draw, and each change is told.</summary>
public sealed class PassTests
{
    private static string[] Operators(OnnxModel model) => [.. model.Network.Layers.Skip(1).Select(layer => layer.Operator.ShortName)];

    private static void Told(OnnxModel model, string pass, int times = 1) =>
        Assert.Equal(times, model.Changes.Count(change => change.Pass == pass));

    private static ModelBuilder Maps(int opset = 13) => new ModelBuilder(opset).Input(1, 4, 6, 5)
        .Floats("three", [], 3).Floats("zero", [], 0).Floats("six", [], 6).Floats("sixth", [], 1 / 6f).Floats("half", [], 0.5f)
            .Floats("one", [], 1)
        .Floats("root", [], 1.4142135f).Floats("cube", [], 0.044715f).Floats("share", [], 0.7978846f).Floats("power", [], 3);

    [Theory]
    [InlineData("Add image three a; Clip a zero six b; Mul image b c; Div c six out")]
    [InlineData("Add three image a; Clip a zero six b; Div b six c; Mul c image out")]
    [InlineData("Add image three a; Clip a zero six b; Mul b sixth c; Mul image c out")]
    [InlineData("Mul image sixth a; Add image three b; Clip b zero six c; Mul a c out")]
    [InlineData("HardSigmoid image a; Mul a image out")]
    public void Hard_swish_in_every_order(string nodes)
    {
        using var model = Written(nodes).Load();
        Assert.Equal(["hard-swish"], Operators(model));
        Told(model, "name-function");
        Recompute.Check(model);
    }

    [Theory]
    [InlineData("Add image three a; Clip a zero six b; Div b six out", "HardSigmoid")]
    [InlineData("Sigmoid image a; Mul image a out", "Silu")]
    [InlineData("Sigmoid image a; Mul a image out", "Silu")]
    [InlineData("Softplus image a; Tanh a b; Mul image b out", "Mish")]
    [InlineData("Div image root a; Erf a b; Add b one c; Mul image c d; Mul d half out", "Gelu")]
    [InlineData("Mul image half d; Div image root a; Erf a b; Add one b c; Mul d c out", "Gelu")]
    [InlineData("Pow image power a; Mul a cube b; Add image b c; Mul c share d; Tanh d e; Add e one f; Mul image half g; Mul g f out",
        "Gelu")]
    public void Other_functions_are_named(string nodes, string opType)
    {
        using var model = Written(nodes).Load();
        Assert.Single(Operators(model));
        Assert.Contains(model.Changes, change =>
            change.Pass == "name-function" && change.What.EndsWith($"one {opType}", StringComparison.Ordinal));
        if (model.Network.Output.Operator.Kind != "unexplained") Recompute.Check(model, null, 1e-5);
    }

    [Theory]
    [InlineData("Add image three a; Clip a zero six b; Mul image b out")]
    [InlineData("Sigmoid image a; Mul three a out")]
    [InlineData("Relu image r; Sigmoid image a; Mul r a out")]
    [InlineData("Div image root a; Erf a b; Mul image b out")]
    public void What_only_looks_like_one_stays_as_it_is(string nodes)
    {
        using var model = Written(nodes).Load();
        Assert.Equal(nodes.Split(';').Length, Operators(model).Length);
        Told(model, "name-function", 0);
    }

    [Fact]
    public void Group_normalisation_written_by_reshapes_is_one_layer()
    {
        using var model = GroupNormFixture.Written().Floats("scale", [4, 1, 1], 2, 3, 4, 5).Floats("shift", [4, 1, 1], 1, 2, 3, 4)
            .Node("Mul", "scale normal", "scaled").Node("Add", "scaled shift", "y").Node("Relu", "y", "out").Output("out").Load();
        Assert.Equal(["conv", "group-norm", "relu"], Operators(model));
        Told(model, "group-norm");
        Recompute.Check(model, null, 1e-5);
    }

    [Fact]
    public void A_part_of_a_function_that_is_also_read_elsewhere_stays_a_layer_too()
    {
        using var model = Maps().Node("Sigmoid", "image", "a").Node("Mul", "image a", "silu").Node("Add", "silu a", "out").Output("out")
            .Load();
        Assert.Equal(["a", "silu", "out"], model.Network.Layers.Skip(1).Select(layer => layer.Id));
    }

    [Fact]
    public void A_constant_added_to_a_convolution_is_its_bias()
    {
        using var model = Maps().Weights("w", 3, 4, 3, 3).Weights("own", 3).Weights("b", 1, 3, 1, 1).Weights("cells", 3, 4, 3)
            .Node("Conv", "image w own", "conv").Named("block/Conv").Node("Add", "b conv", "biased").Named("block/Add")
            .Node("Add", "biased cells", "other").Output("other").Load();
        Assert.Equal(["block", "other"], model.Network.Layers.Skip(1).Select(layer => layer.Id));
        Told(model, "conv-bias");
        Recompute.Check(model);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(13)]
    public void Zeros_padded_before_a_convolution_are_its_padding(int opset)
    {
        var builder = Maps(opset).Weights("w", 3, 4, 3, 3).Longs("pads", 0, 0, 1, 2, 0, 0, 3, 0);
        builder = opset >= 11
            ? builder.Node("Pad", "image pads", "pad")
            : builder.Node("Pad", "image", "pad", ("pads", new[] { 0, 0, 1, 2, 0, 0, 3, 0 }));
        using var model = builder.Node("Conv", "pad w", "conv", ("pads", new[] { 1, 0, 0, 0 })).Output("conv").Load();
        Assert.Equal("conv", Assert.Single(model.Network.Layers.Skip(1)).Id);
        Told(model, "fold-pad");
        Recompute.Check(model);
    }

    [Fact]
    public void Padding_that_a_pool_reads_or_that_is_not_zeros_stays_a_layer()
    {
        using var pool = Maps().Longs("pads", 0, 0, 1, 1, 0, 0, 1, 1).Node("Pad", "image pads", "pad")
            .Node("MaxPool", "pad", "pool", ("kernel_shape", new[] { 2, 2 })).Output("pool").Load();
        Assert.Equal(["pad", "pool"], pool.Network.Layers.Skip(1).Select(layer => layer.Id));
        using var edge = Maps().Weights("w", 3, 4, 3, 3).Longs("pads", 0, 0, 1, 1, 0, 0, 1, 1)
            .Node("Pad", "image pads", "pad", ("mode", "reflect"))
            .Node("Conv", "pad w", "conv").Output("conv").Load();
        Assert.Equal(["pad", "conv"], edge.Network.Layers.Skip(1).Select(layer => layer.Id));
    }

    [Fact]
    public void Padding_by_nothing_identities_and_dropouts_are_left_out()
    {
        using var model = Maps(12).Longs("none", 0, 0, 0, 0, 0, 0, 0, 0).Floats("ratio", [], 0.5f)
            .Node("Pad", "image none", "pad").Node("Dropout", "pad ratio", "dropped mask").Node("Identity", "dropped", "same")
                .Node("Relu", "same", "relu")
            .Output("relu").Load();
        Assert.Equal(["Relu"], model.Changes.Select(_ => "Relu").Distinct());
        Assert.Equal("relu", Assert.Single(model.Network.Layers.Skip(1)).Id);
        Told(model, "drop-idle", 3);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void A_batch_normalisation_is_a_layer_or_a_part_of_the_convolution(bool folds, int layers)
    {
        using var model = Maps().Weights("w", 3, 4, 3, 3).Weights("b", 3).Weights("scale", 3).Weights("shift", 3).Weights("mean", 3)
            .Floats("var", [3], 0.5f, 1, 2)
            .Node("Conv", "image w b", "conv").Node("BatchNormalization", "conv scale shift mean var", "norm").Node("Relu", "norm", "relu")
            .Output("relu").Load(new ModelOptions { FoldBatchNorm = folds });
        Assert.Equal(layers, model.Network.Layers.Length - 1);
        Told(model, "fold-batch-norm", folds ? 1 : 0);
        Recompute.Check(model);
    }

    [Fact]
    public void Reshape_transpose_reshape_is_a_channel_shuffle()
    {
        using var model = Maps().Longs("cut", 1, 2, 2, 6, 5).Longs("whole", 1, -1, 6, 5)
            .Node("Reshape", "image cut", "a").Node("Transpose", "a", "b", ("perm", new[] { 0, 2, 1, 3, 4 }))
                .Node("Reshape", "b whole", "shuffled")
            .Output("shuffled").Load();
        Assert.Single(model.Network.Layers.Skip(1));
        Told(model, "channel-shuffle");
        Assert.Equal("4 × 6 × 5", model.Network.Output.Shape.ToString());
    }

    [Fact]
    public void Softmax_written_out_is_one()
    {
        using var model = new ModelBuilder().Input(1, 1, 3, 4).Node("Flatten", "image", "flat")
            .Node("ReduceMax", "flat", "most", ("axes", new[] { 1 })).Node("Sub", "flat most", "less").Node("Exp", "less", "exp")
            .Longs("axes", 1).Node("ReduceSum", "exp axes", "sum").Node("Div", "exp sum", "probs").Output("probs").Load();
        Assert.Equal(["flatten", "softmax"], Operators(model));
        Told(model, "written-softmax");
        Recompute.Check(model);
    }

    [Fact]
    public void The_logarithm_of_a_softmax_is_one_layer()
    {
        using var model = new ModelBuilder().Input(1, 1, 3, 4).Node("Flatten", "image", "flat").Node("Softmax", "flat", "soft", ("axis", 1))
            .Node("Log", "soft", "log")
            .Output("log").Load(new ModelOptions { Probabilities = ProbabilityChoice.None });
        Told(model, "written-softmax");
        Assert.Equal(["flat", "log"], model.Network.Layers.Skip(1).Select(layer => layer.Id));
    }

    [Fact]
    public void A_split_is_a_slice_for_each_output_that_is_used()
    {
        using var model = Maps().Longs("sizes", 1, 2, 1).Node("Split", "image sizes", "a b c", ("axis", -3)).Node("Relu", "c", "relu")
            .Node("Concat", "a relu", "out", ("axis", 1))
            .Output("out").Load();
        Assert.Equal(["a", "c", "relu", "out"], model.Network.Layers.Skip(1).Select(layer => layer.Id));
        Told(model, "split-to-slices");
    }

    [Fact]
    public void Weights_that_are_reshaped_at_run_time_are_weights()
    {
        using var model = new ModelBuilder(opset: 8).Input(1, 1, 4, 4).Weights("cube", 16, 1, 1, 3).Longs("matrix", 16, 3)
            .Longs("row", 1, 16).Weights("b", 1, 3)
            .Node("Reshape", "cube matrix", "w").Node("Reshape", "image row", "flat").Node("MatMul", "flat w", "product")
                .Node("Add", "product b", "plus").Output("plus")
            .Load();
        Assert.Equal(["flat", "product"], model.Network.Layers.Skip(1).Select(layer => layer.Id));
        Told(model, "fold-constants");
        Told(model, "dense-bias");
        Recompute.Check(model);
    }

    /// <summary>Nodes as <c>Operator input input output</c>, separated by semicolons, of which the last gives <c>out</c>.</summary>
    private static ModelBuilder Written(string nodes)
    {
        var builder = Maps();
        foreach (var node in nodes.Split(';'))
        {
            var words = node.Trim().Split(' ');
            (string, object)[] attributes = words[0] == "HardSigmoid" ? [("alpha", 1 / 6f), ("beta", 0.5f)] : [];
            builder.Node(words[0], string.Join(' ', words[1..^1]), words[^1], attributes);
        }

        return builder.Output("out");
    }
}
