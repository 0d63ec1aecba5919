using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What is known before the run: a branch whose condition is a constant, a weight whose zeros are left out.</summary>
public sealed class KnownBeforeTests
{
    [Theory]
    [InlineData(true, "relu")]
    [InlineData(false, "tanh")]
    public void A_branch_that_is_always_taken_is_part_of_the_network(bool condition, string kind)
    {
        var builder = new ModelBuilder().Input(1, 2, 6, 6).Node("If", "always", "chosen").Node("GlobalAveragePool", "chosen", "mean")
            .Output("mean");
        builder.Model.Graph.Initializer.Add(new TensorProto
        {
            Name = "always", DataType = (int)Type.Bool,
            Int32Data = { condition ? 1 : 0 }
        });
        builder.Model.Graph.Node[0].Attribute.Add(Branch("then_branch", "Relu"));
        builder.Model.Graph.Node[0].Attribute.Add(Branch("else_branch", "Tanh"));
        using var model = builder.Load(new() { Probabilities = Convscope.Inference.ProbabilityChoice.None });
        Assert.Equal(["input", kind, "average-pool"], model.Network.Layers.Select(layer => layer.Operator.Kind));
        Assert.Contains(model.Changes, change => change.Pass == "constant-branch");
        Recompute.Check(model);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sparse_weight_is_written_out(bool onePerAxis)
    {
        var builder = new ModelBuilder().Input(1, 2, 6, 6).Node("Conv", "image w", "conv").Output("conv");
        var indices = new TensorProto { Name = "places", DataType = (int)Type.Int64, Dims = { onePerAxis ? [2, 4] : new long[] { 2 } } };
        indices.Int64Data.AddRange(onePerAxis ? [0, 0, 1, 1, 0, 1, 2, 2] : [4, 17]);
        var values = new TensorProto { Name = "w", DataType = (int)Type.Float, Dims = { 2 }, FloatData = { 0.5f, -2 } };
        builder.Model.Graph.SparseInitializer.Add(new SparseTensorProto { Values = values, Indices = indices, Dims = { 1, 2, 3, 3 } });
        using var model = builder.Load();
        var conv = Assert.IsType<Conv>(model.Network["conv"].Operator);
        Assert.Equal([(4, 0.5f), (17, -2f)], conv.Weights.ToArray().Index().Where(weight => weight.Item != 0));
        Recompute.Check(model);
    }

    [Fact]
    public void A_sparse_weight_with_a_place_outside_is_refused()
    {
        var builder = new ModelBuilder().Input(1, 2, 6, 6).Node("Conv", "image w", "conv").Output("conv");
        var indices = new TensorProto { DataType = (int)Type.Int64, Dims = { 1 }, Int64Data = { 18 } };
        builder.Model.Graph.SparseInitializer.Add(new SparseTensorProto
        {
            Values = new TensorProto { Name = "w", DataType = (int)Type.Float, Dims = { 1 }, FloatData = { 1 } }, Indices = indices, Dims =
                { 1, 2, 3, 3 },
        });
        Assert.Contains("outside of its sizes", builder.Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_whose_condition_is_computed_is_shown_without_an_equation()
    {
        var builder = new ModelBuilder().Input(1, 2, 6, 6).Node("GlobalAveragePool", "image", "all").Floats("none", [], 0)
            .Node("Flatten", "all", "flat").Node("ReduceMax", "flat", "most", ("keepdims", 0)).Node("Greater", "most none", "bright")
            .Node("If", "bright", "chosen").Node("GlobalAveragePool", "chosen", "mean").Output("mean");
        builder.Model.Graph.Node[4].Attribute.Add(Branch("then_branch", "Relu"));
        builder.Model.Graph.Node[4].Attribute.Add(Branch("else_branch", "Tanh"));
        using var model = builder.Load(new() { Probabilities = ProbabilityChoice.None });
        Recompute.Check(model, null, 1e-5,
            [.. model.Network.Layers.Where(layer => layer.Operator is Unexplained).Select(layer => layer.Id)]);
        Assert.IsType<Unexplained>(model.Network["chosen"].Operator);
        Assert.Equal("average-pool", model.Network.Output.Operator.Kind);
    }

    [Fact]
    public void Of_two_weights_with_one_name_the_last_is_the_runtimes()
    {
        using var model = new ModelBuilder().Input(1, 2, 6, 6).Weights("w", 1, 2, 3, 3).Weights("w", 1, 2, 3, 3)
            .Node("Conv", "image w", "conv").Output("conv").Load();
        Recompute.Check(model);
    }

    private static AttributeProto Branch(string name, string type)
    {
        var branch = new GraphProto
        {
            Name = name, Node = { new NodeProto { OpType = type, Input = { "image" }, Output = { "inner" } } },
            Output = { new ValueInfoProto { Name = "inner" } }
        };
        return new() { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = branch };
    }
}
