using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Inference.Onnx;

using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

public sealed class ImportTests
{
    private static string[] Describe(OnnxModel model) =>
        [.. model.Network.Layers.Select(layer => $"{layer.Id}({string.Join(", ", layer.Inputs)}) {layer.Shape}")];

    [Fact]
    public void A_residual_block_is_a_graph_with_a_skip()
    {
        using var model = new ModelBuilder().Input(1, 2, 9, 9)
            .Weights("w1", 4, 2, 3, 3).Weights("w2", 4, 4, 3, 3).Weights("b2", 4).Weights("w3", 4, 2, 1, 1)
            .Node("Conv", "image w1", "conv1", ("pads", new[] { 1, 1, 1, 1 }), ("strides", new[] { 2, 2 }))
            .Node("Relu", "conv1", "relu1")
            .Node("Conv", "relu1 w2 b2", "conv2", ("pads", new[] { 1, 1, 1, 1 }))
            .Node("Conv", "image w3", "shortcut", ("strides", new[] { 2, 2 }))
            .Node("Add", "conv2 shortcut", "sum")
            .Node("Relu", "sum", "relu2")
            .Output("relu2").Load();
        Assert.Equal(
            [
                "input() 2 × 9 × 9", "conv1(input) 4 × 5 × 5", "relu1(conv1) 4 × 5 × 5", "conv2(relu1) 4 × 5 × 5",
                "shortcut(input) 4 × 5 × 5", "sum(conv2, shortcut) 4 × 5 × 5", "relu2(sum) 4 × 5 × 5",
            ],
            Describe(model));
        Recompute.Check(model);
    }

    [Fact]
    public void Grouped_convolution_batch_norm_and_concat_recompute()
    {
        using var model = new ModelBuilder().Input(1, 4, 6, 6)
            .Weights("w", 8, 2, 3, 3).Weights("scale", 8).Weights("bias", 8).Weights("mean", 8)
            .Floats("var", [8], 1, 2, 3, 4, 5, 6, 7, 8)
            .Node("Conv", "image w", "grouped", ("group", 2))
            .Node("BatchNormalization", "grouped scale bias mean var", "norm", ("epsilon", 1e-3f))
            .Node("AveragePool", "norm", "average", ("kernel_shape", new[] { 2, 2 }))
            .Node("MaxPool", "norm", "maximum", ("kernel_shape", new[] { 2, 2 }))
            .Node("Concat", "average maximum", "both", ("axis", 1))
            .Output("both").Load();
        Assert.Equal("both(average, maximum) 16 × 3 × 3", Describe(model)[^1]);
        Recompute.Check(model);
    }

    [Fact]
    public void PyTorchs_view_is_a_flatten_and_its_shape_arithmetic_is_no_layer()
    {
        using var model = new ModelBuilder().Input(-1, 3, 4, 4)
            .Scalar("zero", 0).Longs("rest", -1).Longs("first", 0).Weights("w", 5, 48).Weights("b", 5)
            .Node("Shape", "image", "shape")
            .Node("Gather", "shape zero", "batch", ("axis", 0))
            .Node("Unsqueeze", "batch first", "batch1")
            .Node("Concat", "batch1 rest", "target", ("axis", 0))
            .Node("Reshape", "image target", "view").Named("/Reshape")
            .Node("Gemm", "view w b", "scores", ("transB", 1), ("alpha", 0.5f), ("beta", 2f)).Named("/classifier/classifier.1/Gemm")
            .Output("scores").Load();
        Assert.Equal(["input() 3 × 4 × 4", "flatten(input) 48", "classifier-1(flatten) 5"], Describe(model)[..3]);
        Recompute.Check(model);
    }

    [Theory]
    [InlineData("Flatten", "pooled")]
    [InlineData("Squeeze", "pooled axes")]
    public void Global_pooling_flattens_to_a_vector(string opType, string inputs)
    {
        using var model = new ModelBuilder().Input(1, 3, 5, 5).Longs("axes", 2, 3).Weights("w", 3, 2).Weights("b", 2)
            .Node("GlobalAveragePool", "image", "pooled")
            .Node(opType, inputs, "vector")
            .Node("Dropout", "vector", "dropped")
            .Node("Identity", "dropped", "same")
            .Node("MatMul", "same w", "fc_mm").Named("fc/MatMul")
            .Node("Identity", "b", "bias")
            .Node("Add", "bias fc_mm", "fc_out").Named("fc/Add")
            .Output("fc_out").Load();
        Assert.Equal(["input() 3 × 5 × 5", "pooled(input) 3 × 1 × 1", "vector(pooled) 3", "fc(vector) 2"], Describe(model));
        Recompute.Check(model);
    }

    [Fact]
    public void A_product_without_a_bias_has_a_bias_of_zero()
    {
        using var model = new ModelBuilder().Input(1, 1, 2, 2).Weights("w", 4, 3)
            .Node("Flatten", "image", "flat").Node("MatMul", "flat w", "product").Node("Relu", "product", "relu")
            .Output("product", "relu").Load();
        Assert.Equal(["input", "flat", "product", "relu"], model.Network.Layers.Select(layer => layer.Id));
        Recompute.Check(model);
    }

    [Fact]
    public void An_operator_that_no_one_explains_is_still_a_layer()
    {
        using var model = new ModelBuilder().Input(1, 2, 4, 4)
            .Node("Relu", "image", "relu").Node("DepthToSpace", "cos", "unused", ("blocksize", 1)).Node("Cos", "relu", "cos")
            .Output("cos").Load();
        Assert.Equal(["input() 2 × 4 × 4", "relu(input) 2 × 4 × 4", "cos(relu) 2 × 4 × 4"], Describe(model));
        Assert.Equal("Cos", model.Network["cos"].Operator.ShortName);
        var activations = Recompute.Check(model, null, 1e-5, "cos");
        Assert.Contains(activations[model.Network["cos"]].Values, value => value is > 0 and < 1);
    }

    [Fact]
    public void A_mask_passes_on_what_it_depends_on()
    {
        using var model = new ModelBuilder().Input(1, 2, 4, 4).Floats("half", [1], 0.5f)
            .Node("Relu", "image", "relu").Node("IsNaN", "relu", "mask").Node("Where", "mask image half", "chosen")
            .Output("chosen").Load();
        Assert.Equal("chosen(relu, input) 2 × 4 × 4", Describe(model)[^1]);
    }

    [Fact]
    public void Every_output_of_a_split_and_of_the_model_is_a_layer()
    {
        using var model = new ModelBuilder().Input(1, 4, 5, 5)
            .Node("Split", "image", "left right", ("axis", 1)).Node("Relu", "right", "relu")
            .Node("ArgMax", "relu", "winner", ("axis", 1))
            .Output("left", "winner").Load();
        Assert.Equal(["input() 4 × 5 × 5", "left(input) 2 × 5 × 5", "right(input) 2 × 5 × 5", "relu(right) 2 × 5 × 5",
            "winner(relu) 1 × 5 × 5"], Describe(model));
    }

    [Fact]
    public void Channels_last_are_followed_through_operators_that_do_not_mind()
    {
        using var model = new ModelBuilder().Input(1, 5, 6, 3).Weights("w", 4, 3, 3, 3).Weights("bias", 4).Weights("dense", 4, 2)
            .Longs("axes", 1, 2)
            .Node("Transpose", "image", "first", ("perm", new[] { 0, 3, 1, 2 }))
            .Node("Conv", "first w", "conv")
            .Node("Transpose", "conv", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Node("Add", "last bias", "biased")
            .Node("Relu", "biased", "relu")
            .Node("Concat", "relu biased", "both", ("axis", -1))
            .Node("Transpose", "both", "both_first", ("perm", new[] { 0, 3, 1, 2 }))
            .Node("MaxPool", "both_first", "pool", ("kernel_shape", new[] { 2, 2 }))
            .Output("pool").Load();
        Assert.Equal(InputLayout.Nhwc, model.DeclaredLayout);
        Assert.Equal(
            [
                "input() 3 × 5 × 6", "conv(input) 4 × 3 × 4", "relu(conv) 4 × 3 × 4", "both(relu, conv) 8 × 3 × 4",
                "pool(both) 8 × 2 × 3",
            ],
            Describe(model));
        Recompute.Check(model);
    }

    [Fact]
    public void Open_sizes_come_from_the_options()
    {
        using var model = new ModelBuilder().Input(-1, 3, -1, -1).Node("Relu", "image", "relu").Output("relu")
            .Load(new ModelOptions { Height = 5, Width = 7 });
        Assert.Equal("relu(input) 3 × 5 × 7", Describe(model)[^1]);
    }

    [Fact]
    public void A_convolution_of_the_input_settles_its_layout()
    {
        using var model = new ModelBuilder().Input(1, 6, 7, 3).Weights("w", 2, 6, 1, 1).Node("Conv", "image w", "conv").Output("conv")
            .Load();
        Assert.Equal(["input() 6 × 7 × 3", "conv(input) 2 × 7 × 3"], Describe(model));
    }

    [Fact]
    public void Nodes_may_stand_in_any_order()
    {
        using var model = new ModelBuilder().Input(1, 3, 4, 4)
            .Node("Neg", "relu", "neg").Node("Relu", "image", "relu").Output("neg").Load();
        Assert.Equal(["input", "relu", "neg"], model.Network.Layers.Select(layer => layer.Id));
    }

    [Fact]
    public void Weights_that_are_listed_as_inputs_are_no_inputs()
    {
        using var model = new ModelBuilder().Input("w", TensorProto.Types.DataType.Float, 2, 3, 1, 1).Input(1, 3, 4, 4)
            .Weights("w", 2, 3, 1, 1).Node("Conv", "image w", "conv").Output("conv").Load();
        Assert.Equal(["input() 3 × 4 × 4", "conv(input) 2 × 4 × 4"], Describe(model));
        Assert.Equal("image", model.Network.Input.Name);
    }

    [Fact]
    public void An_output_that_is_left_out_hides_no_other()
    {
        using var model = new ModelBuilder().Input(1, 1, 3, 2).Weights("w", 1, 16, 2).Weights("r", 1, 16, 4)
            .Longs("axes", 0)
            .Node("Squeeze", "image axes", "steps")
            .Node("LSTM", "steps w r", " hidden", ("hidden_size", 4)).Named("lstm")
            .Node("Relu", "hidden", "relu")
            .Output("relu").Load();
        Assert.Equal(["input", "hidden", "relu"], model.Network.Layers.Select(layer => layer.Id));
    }

    [Fact]
    public void Weights_may_come_from_constants_and_from_what_is_computed_of_them()
    {
        var raw = new TensorProto
        {
            DataType = (int)TensorProto.Types.DataType.Int8,
            RawData = Google.Protobuf.ByteString.CopyFrom(1, 2, 255)
        };
        raw.Dims.AddRange([1L, 3, 1, 1]);
        using var model = new ModelBuilder().Input(1, 3, 4, 4).Floats("scale", [], 0.5f)
            .Node("Constant", "", "bytes", ("value", raw)).Node("DequantizeLinear", "bytes scale", "weights")
                .Node("Conv", "image weights", "conv")
            .Output("conv").Load();
        Assert.Equal(["input() 3 × 4 × 4", "conv(input) 1 × 4 × 4"], Describe(model));
        var values = Recompute.Check(model, [.. Enumerable.Repeat(1f, 48)])[model.Network.Output].Values;
        Assert.All(values, value => Assert.Equal(0.5f * (1 + 2 - 1), value));
    }

    [Fact]
    public void A_branch_depends_on_what_its_inner_graphs_read()
    {
        var builder = new ModelBuilder().Input(1, 1, 4, 4).Floats("limit", [1], 0.5f).Longs("axes", 0, 1, 2, 3)
            .Node("Relu", "image", "relu").Node("Neg", "image", "neg")
            .Node("ReduceMax", "relu", "most", ("keepdims", 0)).Node("Greater", "most limit", "bright")
            .Node("If", "bright", "chosen").Output("chosen");
        foreach (var (branch, source) in new[] { ("then_branch", "relu"), ("else_branch", "neg") })
        {
            var inner = new ModelBuilder().Node("Abs", source, branch).Output(branch).Model.Graph;
            var type = AttributeProto.Types.AttributeType.Graph;
            builder.Model.Graph.Node[^1].Attribute.Add(new AttributeProto { Name = branch, Type = type, G = inner });
        }

        using var model = builder.Load();
        Assert.Equal(["most", "relu", "neg"], model.Network["chosen"].Inputs.ToArray());
    }

    [Fact]
    public void A_declared_layout_wins_over_a_guess()
    {
        var builder = new ModelBuilder().Input(1, 3, 5, 7).Node("Relu", "image", "relu").Output("relu");
        using var guessed = builder.Load();
        using var declared = builder.Load(new ModelOptions { Layout = InputLayout.Nhwc });
        Assert.Equal("3 × 5 × 7", guessed.Network.Input.Shape.ToString());
        Assert.Equal("7 × 3 × 5", declared.Network.Output.Shape.ToString());
    }

    [Fact]
    public void A_softmax_over_whole_maps_as_older_files_mean_it_is_not_explained_as_one_over_channels()
    {
        using var model = new ModelBuilder(opset: 11).Input(1, 1, 2, 3)
            .Node("Softmax", "image", "over_all").Node("Flatten", "over_all", "flat").Node("Softmax", "flat", "probs")
            .Output("probs").Load();
        Recompute.Check(model, null, 1e-5, "over_all");
    }

    [Fact]
    public void Unknown_fields_of_the_file_do_not_matter()
    {
        var builder = new ModelBuilder().Input(1, 3, 2, 2).Node("Relu", "image", "relu").Output("relu");
        // Field 9001 of the model: a varint that no version of ONNX declares.
        byte[] bytes = [.. Google.Protobuf.MessageExtensions.ToByteArray(builder.Model), 0xC8, 0xB2, 0x04, 0x07];
        Assert.Single(ModelProto.Parser.ParseFrom(bytes).Graph.Node);
        using var model = OnnxModel.Load(bytes, new("x.onnx"), new());
        Assert.Equal("relu", model.Network.Output.Id);
    }
}
