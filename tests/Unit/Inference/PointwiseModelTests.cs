using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>
/// A small model of functions, normalisations and arithmetic of single cells: <c>tests/fixtures/operators/pointwise.onnx</c>.
/// The browser tests build a site of it. With <c>CONVSCOPE_WRITE_FIXTURES=1</c> this test writes the file anew.
/// </summary>
public sealed class PointwiseModelTests
{
    [Fact]
    public void The_fixture_is_the_model_that_is_written_here()
    {
        var path = Fixture.PathOf("../operators/pointwise.onnx");
        var bytes = Model().Model.ToByteArray();
        if (Environment.GetEnvironmentVariable("CONVSCOPE_WRITE_FIXTURES") == "1") File.WriteAllBytes(path, bytes);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void All_of_it_recomputes_but_what_is_left_unexplained()
    {
        using var model = Model().Load();
        Recompute.Check(model, null, 1e-5, "shrink");
        Assert.Equal("unexplained", model.Network["shrink"].Operator.Kind);
    }

    private static ModelBuilder Model() => new ModelBuilder(opset: 21)
        .Input(1, 3, 20, 24)
        .Weights("w", 6, 3, 3, 3).Weights("b", 6)
        .Node("Conv", "image w b", "maps", ("strides", new[] { 2, 2 }))
        .Floats("scale", [6], 1.5f, -0.5f, 1, 0.7f, 2, 0.9f).Floats("shift", [6], 0.1f, 0.2f, -0.3f, 0, 1, -1)
        .Floats("mean", [6], 0.05f, -0.1f, 0.2f, 0, 1, 0.4f).Floats("variance", [6], 1, 0.5f, 2, 0.9f, 0.3f, 3)
        .Node("BatchNormalization", "maps scale shift mean variance", "norm")
        .Node("InstanceNormalization", "maps scale shift", "instance")
        .Node("GroupNormalization", "maps scale shift", "group", ("num_groups", 2))
        .Floats("slope", [6, 1, 1], 0.25f, 0.1f, -0.2f, 0.31415927f, 0, 0.05f).Node("PRelu", "norm slope", "prelu")
        .Node("LRN", "norm", "lrn", ("size", 3), ("alpha", 0.5f), ("beta", 0.75f), ("bias", 1.5f))
        .Node("Celu", "lrn", "celu", ("alpha", 1.5f)).Node("Selu", "lrn", "selu").Node("Softsign", "norm", "softsign")
        .Node("Mish", "norm", "mish").Node("ThresholdedRelu", "norm", "thresholded", ("alpha", 0.3f))
            .Node("Gelu", "norm", "gelu", ("approximate", "tanh"))
        .Floats("six", [], 6).Floats("zero", [], 0).Node("Clip", "norm zero six", "relu6").Node("Clip", "norm - six", "below")
        .Node("Exp", "prelu", "exp").Node("Erf", "prelu", "erf").Node("Floor", "norm", "floor").Node("Sqrt", "exp", "sqrt")
        .Node("Div", "norm exp", "div").Node("Max", "norm instance group", "max").Node("Min", "norm instance", "min")
        .Node("Mean", "norm instance group", "mean_of").Floats("two", [], 2).Node("Pow", "norm two", "pow")
            .Node("Sum", "norm instance group", "sum")
        .Floats("one", [], 1).Node("Div", "one exp", "inverse")
        .Node("Softmax", "norm", "shares", ("axis", 1)).Node("LogSoftmax", "norm", "logs", ("axis", 1))
        .Node("Concat", "norm instance group", "many", ("axis", 1)).Node("Softmax", "many", "many_shares", ("axis", 1))
            .Node("LogSoftmax", "many", "many_logs", ("axis", 1))
        .Node("Softmax", "norm", "row_shares", ("axis", -1))
        .Node("Shrink", "norm", "shrink", ("lambd", 0.4f), ("bias", 0.1f))
        .Node("GlobalAveragePool", "many", "means").Node("Flatten", "means", "vector")
        .Node("LayerNormalization", "vector layer_scale layer_shift", "layer").Weights("layer_scale", 18).Weights("layer_shift", 18)
        .Node("LogSoftmax", "layer", "vector_logs")
        .Output(
            "celu", "selu", "softsign", "mish", "thresholded", "gelu", "relu6", "below", "erf", "floor", "sqrt", "div", "max", "min",
            "mean_of", "pow", "sum",
            "inverse", "shares", "logs", "many_shares", "many_logs", "row_shares", "shrink", "vector_logs");
}
