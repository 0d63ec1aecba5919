using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Google.Protobuf;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What files say in one node, in an older operator set, in a loop or by a second input, is shown as layers with an
/// equation.</summary>
public sealed class WrittenOutTests
{
    private const string Runtime = "com.microsoft";

    private static ModelBuilder Conv(ModelBuilder model, string from) => model.Weights("w", 4, 3, 3, 3).Node("Conv", $"{from} w", "conv",
        ("pads", new[] { 1, 1, 1, 1 }));

    private static string[] Kinds(ModelBuilder model, ModelOptions? options = null)
    {
        using var loaded = OnnxModel.Load(model.Model.ToByteArray(), new("x.onnx"), options ?? new());
        var errors = LayerError.Measure(loaded.Network, Recorded(loaded), "x", new());
        Assert.Equal([], errors.Where(error => !error.IsWithin).Select(error => error.Layer));
        return [.. loaded.Network.Layers.Skip(1).Select(layer => layer.Operator.Kind)];
    }

    private static Activations Recorded(OnnxModel model)
    {
        var random = new Random(4);
        return model.Run([.. Enumerable.Range(0, model.Network.Input.Shape.Count).Select(_ => random.NextSingle())]);
    }

    private static ModelBuilder Floats(ModelBuilder model, string name, params float[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = Kind.Floats };
        attribute.Floats.AddRange(values);
        model.Model.Graph.Node[^1].Attribute.Add(attribute);
        return model;
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(13)]
    public void What_CoreML_puts_before_a_network(int opset)
    {
        var scaled = Floats(
            new ModelBuilder(opset).Input(1, 3, 8, 8).Node("ImageScaler", "image", "scaled", ("scale", 0.5f)), "bias", -1, 0, 1);
        var model = Conv(scaled, "scaled").Node("Crop", "conv", "cut", ("border", new[] { 1, 2, 3, 0 }))
            .Node("Affine", "cut", "y", ("alpha", 2f), ("beta", 0.5f)).Output("y");
        Assert.Equal(["mul", "add", "conv", "slice", "mul", "add"], Kinds(model));
        using var loaded = OnnxModel.Load(model.Model.ToByteArray(), new("x.onnx"), new());
        Assert.Equal("4 × 6 × 4", loaded.Network.Output.Shape.ToString());
    }

    [Fact]
    public void What_the_runtime_made_one_node_of()
    {
        var model = new ModelBuilder().Input(1, 3, 8, 8).Weights("w", 4, 3, 3, 3).Weights("b", 4)
            .Node("FusedConv", "image w b", "one", ("pads", new[] { 1, 1, 1, 1 }), ("activation", "Relu")).Of(Runtime)
            .Node("GlobalAveragePool", "one", "mean").Node("Flatten", "mean", "flat").Weights("f", 4, 5).Weights("c", 5)
            .Node("FusedGemm", "flat f c", "two", ("activation", "Tanh")).Of(Runtime)
            .Node("BiasGelu", "two c", "three").Of(Runtime).Weights("m", 6, 5)
            .Node("FusedMatMul", "three m", "four", ("transB", 1), ("alpha", 0.5f)).Of(Runtime).Output("four");
        Assert.Equal(["conv", "relu", "average-pool", "flatten", "dense", "tanh", "add", "gelu", "dense", "mul"], Kinds(model));
    }

    [Fact]
    public void An_operator_set_before_those_that_the_runtime_knows()
    {
        var model = Conv(new ModelBuilder(6).Input(1, 3, 8, 8), "image").Weights("v", 4)
            .Node("Add", "conv v", "sum", ("broadcast", 1), ("axis", 1)).Floats("ones", [4], 1, 1, 1, 1)
            .Node("BatchNormalization", "sum v v v ones", "norm", ("is_test", 1), ("spatial", 1)).Node("Relu", "norm", "y").Output("y");
        Assert.Equal(["conv", "batch-norm", "relu"], Kinds(model).Where(kind => kind != "add"));
    }

    [Fact]
    public void A_loop_that_always_runs_three_times()
    {
        var model = Conv(new ModelBuilder().Input(1, 3, 8, 8), "image").Scalar("three", 3).Weights("again", 4, 4, 1, 1)
            .Node("Loop", "three - conv", "last").Node("Relu", "last", "y").Output("y");
        var body = new ModelBuilder().Node("Conv", "state again", "mixed").Node("Tanh", "mixed", "next").Node("Identity", "on", "still")
            .Output("still", "next").Model.Graph;
        foreach (var name in new[] { "turn", "on", "state" }) body.Input.Add(new ValueInfoProto { Name = name });
        var loop = model.Model.Graph.Node.First(node => node.OpType == "Loop");
        loop.Attribute.Add(new AttributeProto { Name = "body", Type = Kind.Graph, G = body });
        Assert.Equal(["conv", "conv", "tanh", "conv", "tanh", "conv", "tanh", "relu"], Kinds(model));
    }

    [Fact]
    public void A_second_input_that_is_given_its_numbers()
    {
        ModelBuilder Model() => Conv(new ModelBuilder().Input(1, 3, 8, 8).Input("keep", Type.Float, 1), "image")
            .Node("Mul", "conv keep", "y").Output("y");
        Assert.Contains("`inputs: {keep: 1}`", Model().Refused().Message, StringComparison.Ordinal);
        var given = new Dictionary<string, IReadOnlyList<double>> { ["keep"] = [0.5] };
        Assert.Equal(["conv", "mul"], Kinds(Model(), new() { Inputs = given }));
    }

    [Theory]
    [InlineData(72)]
    [InlineData(100)]
    public void Open_sides_that_a_dense_layer_tells(int side)
    {
        using var model = Conv(new ModelBuilder().Input(1, 3, -1, -1), "image")
            .Node("MaxPool", "conv", "pool", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 })).Node("Flatten", "pool", "flat")
            .Weights("f", side * side, 2).Node("Gemm", "flat f", "y").Output("y").Load();
        Assert.Equal(side, model.Network.Input.Shape.Height);
    }
}
