using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;

namespace Convscope.Tests.Unit.Inference;

public sealed class LayerNameTests
{
    [Theory]
    [InlineData("conv_1_1", "Conv", "conv_1_1")]
    [InlineData("/layer3/layer3.1/conv2/Conv", "Conv", "layer3.1.conv2")]
    [InlineData("/features/features.0/Conv", "Conv", "features.0")]
    [InlineData("/avgpool/GlobalAveragePool", "GlobalAveragePool", "avgpool")]
    [InlineData("model/conv2d/Conv2D__6", "Conv", "model.conv2d")]
    [InlineData("/Relu_2", "Relu", "Relu_2")]
    [InlineData("StatefulPartitionedCall/model/dense/MatMul", "Gemm", "StatefulPartitionedCall.model.dense")]
    [InlineData("<b>a/b</b>", "Relu", "<b>a/b</b>")]
    [InlineData("1/2 of it", "Relu", "1/2 of it")]
    [InlineData("/网络/卷积/Conv", "Conv", "网络.卷积")]
    [InlineData("", "Relu", "")]
    [InlineData("///", "Relu", "///")]
    public void A_path_reads_as_its_author_wrote_it(string given, string type, string shown) => Assert.Equal([shown], Names((given, type)));

    [Fact]
    public void What_all_layers_are_in_is_left_out() => Assert.Equal(
        ["image", "conv2d", "dense"],
        Names(("image", "Input"), ("StatefulPartitionedCall/model/conv2d/BiasAdd", "Conv"),
            ("StatefulPartitionedCall/model/dense/MatMul", "Gemm")));

    [Fact]
    public void A_sum_in_a_block_is_told_from_the_block_and_a_module_used_twice_is_counted() => Assert.Equal(
        ["layer1.0.conv1", "layer1.0.relu", "layer1.0.Add", "layer1.0.relu (2)", "fc"],
        Names(
            ("/layer1/layer1.0/conv1/Conv", "Conv"), ("/layer1/layer1.0/relu/Relu", "Relu"), ("/layer1/layer1.0/Add", "Add"),
                ("/layer1/layer1.0/relu/Relu_1", "Relu"),
            ("/fc/Gemm", "Gemm")));

    private static string[] Names(params (string Name, string Type)[] layers) => LayerNames.Of(
        [.. layers.Select((layer, i) => new Layer($"layer-{i}", layer.Name, new Unexplained(layer.Type, new Shape(1)), [], new Shape(1)))]);
}
