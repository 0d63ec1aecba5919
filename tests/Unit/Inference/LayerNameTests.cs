using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Naming;

namespace Convscope.Tests.Unit.Inference;

public sealed class LayerNameTests
{
    /// <summary>One layer among others of its kind: the name of its node, of its tensor and of its first weight as a program writes
    /// them.</summary>
    [Theory]
    [InlineData("PyTorch 1.2", "", "245", "base_net.0.0.weight", "Conv", "base_net.0.0")]
    [InlineData("PyTorch 1.4 to 1.12", "Conv_18", "input.44", "layer1.0.conv2.weight", "Conv", "layer1.0.conv2")]
    [InlineData("PyTorch 1.4, normalisation folded", "Conv_18", "193", "onnx::Conv_193", "Conv", "conv")]
    [InlineData("PyTorch 1.13 to 2.8", "/layer3/layer3.1/conv2/Conv", "/layer3/layer3.1/conv2/Conv_output_0", "", "Conv", "layer3.1.conv2")]
    [InlineData("PyTorch 1.13, sequence", "/features/features.0/Conv", "x", "features.0.weight", "Conv", "features.0")]
    [InlineData("PyTorch 1.13, function", "/Relu_2", "/Relu_2_output_0", "", "Relu", "relu")]
    [InlineData("PyTorch 1.13, functions of the file", "/Gemm", "46/11/5", "gate.0.weight", "Gemm", "gate.0")]
    [InlineData("PyTorch, DataParallel", "Conv_0", "12", "module.conv1.weight", "Conv", "module.conv1")]
    [InlineData("PyTorch 2.5, no scopes", "node_conv2d_3", "conv2d_3", "layer1.conv.weight", "Conv", "layer1.conv")]
    [InlineData("PyTorch 2.5, function", "node_relu_1", "relu_1", "", "Relu", "relu")]
    [InlineData("tf2onnx, saved model", "StatefulPartitionedCall/model/conv2d/Conv2D", "StatefulPartitionedCall/model/conv2d/BiasAdd:0",
        "StatefulPartitionedCall/model/conv2d/Conv2D/ReadVariableOp:0", "Conv", "model.conv2d")]
    [InlineData("tf2onnx, frozen graph", "import/MobilenetV1/MobilenetV1/Conv2d_0/Relu6", "", "", "Clip", "MobilenetV1.Conv2d_0")]
    [InlineData("tf2onnx, added node", "model/conv2d/Conv2D__6", "model/conv2d/BiasAdd:0", "", "Conv", "model.conv2d")]
    [InlineData("tf2onnx, Keras 3", "functional_1/conv2d_1/convolution", "", "", "Conv", "functional_1.conv2d_1")]
    [InlineData("TensorFlow Lite", "net/conv/Relu;net/conv/BiasAdd;net/conv/Conv2D;conv/bias", "", "", "Conv", "net.conv")]
    [InlineData("keras2onnx", "conv2d_3", "convolution_output3", "conv2d_3/kernel:0", "Conv", "conv2d_3")]
    [InlineData("paddle2onnx", "p2o.Conv.14", "p2o.Conv.15", "conv2d_14.w_0", "Conv", "conv2d_14")]
    [InlineData("paddle2onnx, tensor", "p2o.Relu.3", "relu_7.tmp_0", "", "Relu", "relu_7")]
    [InlineData("paddle2onnx, nothing", "p2o.Mul.3", "p2o.Mul.4", "", "Mul", "mul")]
    [InlineData("MATLAB", "res2a_branch1", "res2a_branch1", "res2a_branch1_W", "Conv", "res2a_branch1")]
    [InlineData("CNTK", "Convolution28", "Convolution28_Output_0", "Parameter5", "Conv", "Convolution28")]
    [InlineData("CNTK, tensor alone", "", "Plus214_Output_0", "", "Add", "Plus214")]
    [InlineData("OnnxMLTools", "convolution1", "SpatialConvolution_7", "convolution1_W", "Conv", "convolution1")]
    [InlineData("Caffe2", "", "gpu_0/conv1_1", "gpu_0/conv1_w_0", "Conv", "conv1")]
    [InlineData("MXNet Gluon", "resnetv17_conv0_fwd", "resnetv17_conv0_fwd", "resnetv17_conv0_weight", "Conv", "resnetv17_conv0")]
    [InlineData("darknet", "000_convolutional", "000_convolutional", "000_convolutional_conv_weights", "Conv", "000_convolutional")]
    [InlineData("ONNX Runtime, quantised", "conv1_quant", "t", "", "QLinearConv", "conv1")]
    [InlineData("ONNX Runtime, quantiser's own", "Pooling66_Output_0_QuantizeLinear", "t", "", "QuantizeLinear", "Pooling66")]
    [InlineData("ONNX Runtime, optimised", "fused Conv_0", "t7", "conv1.weight", "FusedConv", "conv1")]
    [InlineData("no names at all", "", "9", "8", "Conv", "conv")]
    [InlineData("written by hand", "conv_1_1", "t", "kernel", "Conv", "conv_1_1")]
    [InlineData("a name that is no path", "<b>a/b</b>", "t", "", "Relu", "<b>a/b</b>")]
    [InlineData("a text with a slash", "1/2 of it", "t", "", "Relu", "1/2 of it")]
    [InlineData("Chinese", "/网络/卷积/Conv", "t", "", "Conv", "网络.卷积")]
    [InlineData("nothing but slashes", "///", "t", "", "Relu", "t")]
    public void A_layer_is_called_what_its_author_calls_it(
        string program, string node, string tensor, string weight, string type, string shown)
    {
        Assert.NotEmpty(program);
        Assert.Equal(["image", shown], AuthorNames.Of([Input, Layer(node, type, tensor, weight, [0])]));
    }

    [Fact]
    public void The_newest_exporter_of_PyTorch_notes_modules() => Assert.Equal(
        ["image", "conv1", "relu_1", "pool", "layer1.0.conv1", "layer1.0.add", "relu_2", "pool (2)", "fc"],
        Chain(
            Scoped("Conv", "conv1", "conv2d"), Scoped("Relu", "", "relu"), Scoped("MaxPool", "pool", "max_pool2d"),
            Scoped("Conv", "layer1", "layer1.0", "layer1.0.conv1", "conv2d_1"),
            Scoped("Add", "layer1", "layer1.0", "add"), Scoped("Relu", "", "relu_1"),
            Scoped("MaxPool", "pool", "max_pool2d_1"), Scoped("Gemm", "fc", "linear")));

    [Fact]
    public void What_all_layers_are_in_is_left_out() => Assert.Equal(
        ["image", "conv2d", "conv2d.relu", "dense"],
        Paths(("StatefulPartitionedCall/model/conv2d/BiasAdd", "Conv"), ("StatefulPartitionedCall/model/conv2d/Relu", "Relu"),
            ("StatefulPartitionedCall/model/dense/MatMul", "Gemm")));

    [Fact]
    public void What_would_leave_a_number_stays() => Assert.Equal(
        ["image", "model.0.conv", "model.1.conv"], Paths(("/model.0/conv/Conv", "Conv"), ("/model.1/conv/Conv", "Conv")));

    [Fact]
    public void The_name_of_a_whole_network_is_left_out() => Assert.Equal(
        ["image", "conv0", "stage1_conv0", "stage1_relu0"],
        Paths(("resnetv17_conv0_fwd", "Conv"), ("resnetv17_stage1_conv0_fwd", "Conv"), ("resnetv17_stage1_relu0_fwd", "Relu")));

    [Fact]
    public void A_sum_in_a_block_is_told_from_the_block_and_a_module_used_twice_is_counted() => Assert.Equal(
        ["image", "layer1.0.conv1", "layer1.0.relu", "layer1.0.add", "layer1.0.relu (2)", "fc"],
        Paths(
            ("/layer1/layer1.0/conv1/Conv", "Conv"), ("/layer1/layer1.0/relu/Relu", "Relu"), ("/layer1/layer1.0/Add", "Add"),
            ("/layer1/layer1.0/relu/Relu_1", "Relu"), ("/fc/Gemm", "Gemm")));

    [Fact]
    public void Steps_without_a_name_are_counted_anew_past_names_that_are_taken() => Assert.Equal(
        ["image", "relu_1", "conv_1", "relu_3", "conv_2", "relu_2"],
        Chain(Layer("Relu_0", "Relu"), Layer("Conv_17", "Conv"), Layer("Relu_9", "Relu"), Layer("Conv_44", "Conv"),
            Layer("relu_2", "Relu")));

    [Fact]
    public void A_sequence_that_leaves_out_as_many_numbers_as_there_are_layers_without_a_name_names_them() => Assert.Equal(
        ["image", "features.0", "features.1", "features.2", "features.3", "features.relu", "features.6", "globalaveragepool", "fc"],
        Chain(Layer("Conv_0", "Conv", "1", "features.0.weight"), Layer("Relu_1", "Relu"), Layer("MaxPool_2", "MaxPool"),
            Layer("Conv_3", "Conv", "4", "features.3.weight"), Layer("Relu_4", "Relu"), Layer("Conv_5", "Conv", "6", "features.6.weight"),
            Layer("GlobalAveragePool_6", "GlobalAveragePool"), Layer("Gemm_7", "Gemm", "8", "fc.weight")));

    [Fact]
    public void Modules_that_are_numbers_get_a_word() => Assert.Equal(
        ["image", "conv_0", "relu_1", "conv_2"],
        Chain(Layer("Conv_0", "Conv", "1", "0.weight"), Layer("Relu_1", "Relu"), Layer("Conv_2", "Conv", "3", "2.weight")));

    private static LayerOrigin Input => Layer("image", "Input", "image", "", []);

    private static string[] Paths(params (string Node, string Type)[] layers) =>
        Chain([.. layers.Select(layer => Layer(layer.Node, layer.Type))]);

    private static string[] Chain(params LayerOrigin[] layers) =>
        AuthorNames.Of([Input, .. layers.Select((layer, i) => layer with { Inputs = [i] })]);

    private static LayerOrigin Scoped(string type, params string[] scopes) =>
        Layer($"node_{scopes[^1]}", type) with { Scopes = ["", .. scopes] };

    private static LayerOrigin Layer(string node, string type, string tensor = "17", string weight = "", int[]? inputs = null) =>
        new(type == "Relu" ? new Relu() : new Unexplained(type, new Shape(1)), node, tensor, [], weight.Length > 0 ? [weight] : [],
            [.. inputs ?? []]);
}
