using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What the network gives: probabilities, derived where the file stops at logits, and which of several outputs.</summary>
public sealed class HeadTests
{
    private static ModelBuilder Scores() =>
        new ModelBuilder().Input(1, 2, 3, 3).Weights("w", 18, 4).Node("Flatten", "image", "flat").Node("MatMul", "flat w", "scores");

    [Fact]
    public void Logits_get_a_softmax_that_is_marked_as_derived()
    {
        using var model = Scores().Output("scores").Load();
        var softmax = model.Network.Output;
        Assert.Equal(("softmax", true, true), (softmax.Id, softmax.IsDerived, softmax.Operator.GivesProbabilities));
        Assert.All(model.Network.Layers.SkipLast(1), layer => Assert.False(layer.IsDerived));
        Assert.Equal(["softmax"], model.Network.Outputs.ToArray());
        Assert.Equal(1, Recompute.Check(model)[softmax].Values.Sum(), 1e-5f);
    }

    [Fact]
    public void Maps_of_one_cell_get_a_flatten_too()
    {
        using var model = new ModelBuilder().Input(1, 5, 3, 3).Node("GlobalAveragePool", "image", "pool").Output("pool")
            .Load(new ModelOptions { Labels = 5 });
        Assert.Equal(["input", "pool", "flatten", "softmax"], model.Network.Layers.Select(layer => layer.Id));
        Recompute.Check(model);
    }

    [Fact]
    public void The_author_may_turn_it_off()
    {
        using var model = Scores().Output("scores").Load(new ModelOptions { Probabilities = ProbabilityChoice.None });
        Assert.Equal("scores", model.Network.Output.Id);
    }

    [Theory]
    [InlineData("Softmax")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Relu")]
    public void What_is_no_logits_gets_none(string opType)
    {
        using var model = Scores().Node(opType, "scores", "out").Output("out").Load();
        Assert.Equal("out", model.Network.Output.Id);
    }

    [Theory]
    [InlineData("out", 10, NetworkTask.Classifier, ProbabilityOrigin.Assumed)]
    [InlineData("out", 12, NetworkTask.Regressor, ProbabilityOrigin.None)]
    [InlineData("landmarks", 10, NetworkTask.Regressor, ProbabilityOrigin.None)]
    [InlineData("face_landmarks_5", 10, NetworkTask.Regressor, ProbabilityOrigin.None)]
    [InlineData("headPose", 3, NetworkTask.Regressor, ProbabilityOrigin.None)]
    [InlineData("bbox_scores", 8, NetworkTask.Regressor, ProbabilityOrigin.None)]
    [InlineData("embedding", 100, NetworkTask.Embedding, ProbabilityOrigin.None)]
    [InlineData("class_logits", 7, NetworkTask.Classifier, ProbabilityOrigin.Assumed)]
    [InlineData("age", 1, NetworkTask.Regressor, ProbabilityOrigin.None)]
    public void Numbers_are_classes_only_where_something_speaks_for_it(string name, int units, NetworkTask task, ProbabilityOrigin origin)
    {
        using var model = Ending(name, units).Load();
        Assert.Equal((task, origin), (model.Network.Meaning.Task, model.Network.Meaning.Probabilities));
        Assert.Equal(origin != ProbabilityOrigin.None, model.Network.AreProbabilities(model.Network.Output));
    }

    [Theory]
    [InlineData(NetworkTask.Regressor, null, 12, "out")]
    [InlineData(NetworkTask.Classifier, null, 0, "softmax")]
    [InlineData(NetworkTask.MultiLabel, null, 0, "sigmoid")]
    [InlineData(null, null, 12, "softmax")]
    [InlineData(null, ProbabilityChoice.Sigmoid, 12, "sigmoid")]
    [InlineData(null, ProbabilityChoice.Derive, 0, "softmax")]
    [InlineData(null, ProbabilityChoice.None, 12, "out")]
    public void What_the_author_says_goes_before_what_is_guessed(NetworkTask? task, ProbabilityChoice? probabilities, int labels,
        string output)
    {
        using var model = Ending("out", 12).Load(new ModelOptions { Task = task, Probabilities = probabilities, Labels = labels });
        Assert.Equal(output, model.Network.Output.Id);
        Recompute.Check(model);
    }

    /// <summary>A squeeze-and-excite gate is no answer; shares within a network are shares.</summary>
    [Theory]
    [InlineData("Sigmoid", false)]
    [InlineData("Softmax", true)]
    public void A_gate_within_a_network_is_no_probability(string opType, bool isShare)
    {
        using var model = new ModelBuilder().Input(1, 3, 4, 4).Node("GlobalAveragePool", "image", "pool").Node("Flatten", "pool", "flat")
            .Node(opType, "flat", "gate").Longs("shape", 1, 3, 1, 1).Node("Reshape", "gate shape", "wide").Node("Mul", "image wide", "mul")
            .Node("GlobalMaxPool", "mul", "max").Node("Flatten", "max", "scores").Node("Sigmoid", "scores", "out").Output("out").Load();
        Assert.Equal(isShare, model.Network.AreProbabilities(model.Network["gate"]));
        Assert.Equal("out", model.Network.Output.Id);
    }

    private static ModelBuilder Ending(string name, int units) =>
        new ModelBuilder().Input(1, 2, 3, 3).Weights("w", 18, units).Node("Flatten", "image", "flat").Node("MatMul", "flat w", name)
            .Output(name);

    [Fact]
    public void One_logit_is_no_class_among_others()
    {
        using var model = new ModelBuilder().Input(1, 2, 3, 3).Weights("w", 18, 1).Node("Flatten", "image", "flat")
            .Node("MatMul", "flat w", "score").Output("score").Load();
        Assert.Equal("score", model.Network.Output.Id);
    }

    [Fact]
    public void Of_several_outputs_classes_are_read_from_the_one_with_probabilities()
    {
        using var model = Scores().Node("Softmax", "scores", "probs", ("axis", 1)).Node("Relu", "scores", "side")
            .Output("scores", "side", "probs").Load();
        Assert.Equal(["scores", "side", "probs"], model.Network.Outputs.ToArray());
        Assert.Equal("probs", model.Network.Output.Id);
    }

    [Fact]
    public void Without_probabilities_the_first_vector_is_the_main_output()
    {
        using var model = Scores().Node("Relu", "image", "maps").Node("Tanh", "scores", "one").Node("Relu", "scores", "two")
            .Output("maps", "one", "two").Load();
        Assert.Equal("one", model.Network.Output.Id);
        Assert.Equal(["maps", "one", "two"], model.Network.Outputs.ToArray());
    }

    [Theory]
    [InlineData(9, 1, false)]
    [InlineData(13, 1, false)]
    [InlineData(13, -3, true)]
    public void A_softmax_over_maps_of_one_cell_gives_a_vector(int opset, int axis, bool flattens)
    {
        var builder = new ModelBuilder(opset).Input(1, 5, 3, 3).Node("GlobalAveragePool", "image", "pool")
            .Node("Softmax", "pool", "probs", ("axis", axis));
        if (flattens) builder.Node("Flatten", "probs", "flat");
        using var model = builder.Output(flattens ? "flat" : "probs").Load();
        Assert.Equal(["input 5 × 3 × 3", "pool 5 × 1 × 1", "flatten 5", "probs 5"],
            model.Network.Layers.Select(layer => $"{layer.Id} {layer.Shape}"));
        Assert.True(model.Network.Output.Operator.GivesProbabilities);
        Recompute.Check(model);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(18)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(23)]
    public void Every_operator_set_from_7_on(int opset)
    {
        using var model = new ModelBuilder(opset).Input(-1, 1, 12, 12).Weights("w", 4, 1, 5, 5).Weights("b", 4, 1, 1)
            .Weights("cube", 4, 6, 6, 1, 3).Longs("matrix", 144, 3)
            .Longs("row", 1, 144).Weights("plus", 1, 3)
            .Node("Conv", "image w", "conv", ("auto_pad", "SAME_UPPER"), ("kernel_shape", new[] { 5, 5 })).Node("Add", "conv b", "biased")
                .Node("Relu", "biased", "relu")
            .Node("MaxPool", "relu", "pool", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))
                .Node("Reshape", "cube matrix", "dense").Node("Reshape", "pool row", "flat")
            .Node("MatMul", "flat dense", "product").Node("Add", "product plus", "scores").Output("scores").Load();
        Assert.Equal(["input", "conv", "relu", "pool", "flat", "product", "softmax"], model.Network.Layers.Select(layer => layer.Id));
        Recompute.Check(model);
    }
}
