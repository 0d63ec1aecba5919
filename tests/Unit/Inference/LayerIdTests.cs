using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;

namespace Convscope.Tests.Unit.Inference;

public sealed class LayerIdTests
{
    [Theory]
    [InlineData("conv_1_1", "Conv", "conv_1_1")]
    [InlineData("/features/features.0/Conv", "Conv", "features-0")]
    [InlineData("/layer1/layer1.0/conv1/Conv", "Conv", "layer1-0-conv1")]
    [InlineData("model/conv2d/Conv2D", "Conv", "model-conv2d")]
    [InlineData("Conv_0", "Conv", "conv_0")]
    [InlineData("/Relu_2", "Relu", "relu_2")]
    [InlineData("index", "Relu", "index-layer")]
    [InlineData("AUX", "Relu", "aux-layer")]
    [InlineData("../../etc/passwd", "Relu", "etc-passwd")]
    [InlineData("<b>\"&' \u001b[31m", "Relu", "b-31m")]
    [InlineData("卷积", "Relu", "tensor")]
    [InlineData("", "Relu", "tensor")]
    public void An_id_is_readable_and_safe(string name, string opType, string expected)
    {
        var op = new Unexplained(opType, new Shape(1));
        Assert.Equal(expected, new LayerIds().Take(LayerIds.Candidates(name, "tensor", op)));
    }

    [Fact]
    public void Ids_are_unique()
    {
        var ids = new LayerIds();
        var relu = new Unexplained("Relu", new Shape(1));
        Assert.Equal("input", ids.Take("input"));
        Assert.Equal("input-relu", ids.Take(LayerIds.Candidates("input", "", relu)));
        Assert.Equal("input-2", ids.Take(LayerIds.Candidates("Input", "", relu)));
        Assert.Equal("relu", ids.Take(LayerIds.Candidates("☃", "☃", relu)));
        Assert.Equal("relu-2", ids.Take(LayerIds.Candidates("☃", "☃", relu)));
        Assert.True(ids.Take(LayerIds.Candidates(new string('x', 5000), "", relu)).Length < 80);
    }
}
