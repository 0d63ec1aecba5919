using Convscope.Core.Operators;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>
/// A small model that holds many operators: <c>tests/fixtures/operators/operators.onnx</c>.
/// The browser tests build a site of it. With <c>CONVSCOPE_WRITE_FIXTURES=1</c> this test writes the file anew.
/// </summary>
public sealed class EveryOperatorTests
{
    [Fact]
    public void The_fixture_is_the_model_that_is_written_here()
    {
        var path = Fixture.PathOf("../operators/operators.onnx");
        var bytes = Model().Model.ToByteArray();
        if (Environment.GetEnvironmentVariable("CONVSCOPE_WRITE_FIXTURES") == "1") File.WriteAllBytes(path, bytes);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void What_it_holds_has_a_fixture()
    {
        using var model = Model().Load();
        var kinds = OperatorFixtures.Names.SelectMany(name => OperatorFixtures.Of((string)name[0]).Kinds).ToHashSet();
        Assert.Empty(model.Network.Layers.Where(layer => !layer.Inputs.IsEmpty && !kinds.Contains(layer.Operator.Kind))
            .Where(layer => layer.Operator is not ILaysOut).Select(layer => layer.Operator.Kind));
    }

    [Fact]
    public void All_of_it_recomputes()
    {
        using var model = Model().Load();
        Recompute.Check(model);
    }

    private static ModelBuilder Model() => new ModelBuilder(opset: 20)
        .Input(1, 3, 20, 24)
        .Weights("wa", 4, 3, 3, 3).Weights("ba", 4)
        .Node("Conv", "image wa ba", "conv_a", ("pads", new[] { 1, 1, 1, 1 }))
        .Floats("scale", [4], 1.5f, -0.5f, 1, 0.7f).Floats("shift", [4], 0.1f, 0.2f, -0.3f, 0)
        .Floats("mean", [4], 0.05f, -0.1f, 0.2f, 0).Floats("variance", [4], 1, 0.5f, 2, 0.9f)
        .Node("BatchNormalization", "conv_a scale shift mean variance", "norm")
        .Node("LeakyRelu", "norm", "leaky", ("alpha", 0.1f))
        .Weights("wb", 4, 3, 3, 3)
        .Node("Conv", "image wb", "conv_b", ("pads", new[] { 2, 2, 2, 2 }), ("dilations", new[] { 2, 2 }))
        .Node("Tanh", "conv_b", "tanh")
        .Node("Add", "leaky tanh", "add")
        .Node("Concat", "add tanh", "concat", ("axis", 1))
        .Node("Sigmoid", "concat", "sigmoid")
        .Node("Elu", "concat", "elu", ("alpha", 0.8f))
        .Node("HardSwish", "elu", "swish")
        .Node("HardSigmoid", "elu", "hard")
        .Node("Softplus", "swish", "softplus")
        .Floats("low", [], 0.2f).Floats("high", [], 6)
        .Floats("lift", [8, 1, 1], 0.1f, -0.1f, 0.2f, -0.2f, 0.3f, -0.3f, 0.4f, 0)
        .Node("Add", "softplus lift", "lifted")
        .Node("Clip", "lifted low high", "clip")
        .Node("Add", "clip hard", "sum")
        .Floats("one", [], 1)
        .Node("Sub", "one sum", "complement").Node("Sub", "complement hard", "difference")
        .Floats("gains", [1, 8, 1, 1], -1.5f, 0.5f, -2, -0.25f, 1, -0.75f, -3, -1)
        .Node("Mul", "difference gains", "scaled").Node("Gelu", "scaled", "gelu")
        .Node("GlobalMaxPool", "gelu", "peaks").Node("Mul", "gelu peaks", "gated")
        .Node("AveragePool", "gated", "mean_pool", ("kernel_shape", new[] { 3, 3 }), ("strides", new[] { 2, 2 }),
            ("pads", new[] { 1, 1, 1, 1 }),
            ("ceil_mode", 1), ("count_include_pad", 1))
        .Node("MaxPool", "sigmoid", "max_pool", ("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 3, 3 }),
            ("pads", new[] { 1, 0, 1, 0 }))
        .Node("GlobalAveragePool", "mean_pool", "global")
        .Node("Flatten", "global", "means")
        .Weights("wc", 8, 20).Weights("bc", 20)
        .Node("Gemm", "means wc bc", "hidden")
        .Node("Relu", "hidden", "relu")
        .Weights("wd", 20, 15).Weights("bd", 15)
        .Node("Gemm", "relu wd bd", "from_means")
        .Node("Transpose", "max_pool", "last", ("perm", new[] { 0, 2, 3, 1 }))
        .Node("Flatten", "last", "cells")
        .Weights("we", 448, 15).Weights("be", 15)
        .Node("Gemm", "cells we be", "from_cells")
        .Node("Add", "from_means from_cells", "logits")
        .Node("Softmax", "logits", "shares", ("axis", 1))
        .Output("shares");
}
