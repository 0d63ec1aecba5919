using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

public sealed class LayerIdTests
{
    [Theory]
    [InlineData("conv_1_1", "Conv", "conv_1_1")]
    [InlineData("features.0", "Conv", "features-0")]
    [InlineData("layer1.0.conv1", "Conv", "layer1-0-conv1")]
    [InlineData("pool (2)", "MaxPool", "pool-2")]
    [InlineData("Conv_0", "Conv", "conv_0")]
    [InlineData("index", "Relu", "index-layer")]
    [InlineData("AUX", "Relu", "aux-layer")]
    [InlineData("../../etc/passwd", "Relu", "etc-passwd")]
    [InlineData("<b>\"&' \u001b[31m", "Relu", "b-31m")]
    [InlineData("卷积", "Relu", "卷积")]
    [InlineData("", "Relu", "tensor")]
    [InlineData("123", "Conv", "123")]
    [InlineData("node_conv2d_17", "Conv", "node_conv2d_17")]
    [InlineData("\u202egnp.evil\u202c", "Relu", "gnp-evil")]
    public void An_id_is_readable_and_safe(string name, string opType, string expected)
    {
        var op = new Unexplained(opType, new Shape(1));
        Assert.Equal(expected, new LayerIds().Take(LayerIds.Candidates(name, "tensor", op)));
    }

    [Fact]
    public void Two_nodes_of_one_name_are_two_layers()
    {
        var builder = new ModelBuilder().Input(1, 3, 4, 4).Node("Neg", "image", "a").Node("Relu", "a", "b").Output("b");
        foreach (var node in builder.Model.Graph.Node) node.Name = "same";
        using var model = builder.Load();
        Assert.Equal(["input", "same", "same-relu"], model.Network.Layers.Select(layer => layer.Id));
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

    [Fact]
    public void Names_that_are_empty_equal_or_endless_all_become_ids()
    {
        var builder = new ModelBuilder().Input(1, 2, 4, 4);
        var from = "image";
        foreach (var name in new[] { "", "same", "same", new string('x', 10_000),
            new string('x', 10_000), "\u202e\u202e", "7", "input", "../../x" })
        {
            var to = $"t{builder.Model.Graph.Node.Count}";
            builder.Node("Relu", from, to).Named(name);
            from = to;
        }

        // ONNX Runtime takes no two nodes of one name in some versions; only their ids matter here.
        foreach (var node in builder.Model.Graph.Node.Skip(2).Take(1)) node.Name = "same ";
        builder.Model.Graph.Node[4].Name += "y";
        using var model = builder.Output(from).Load();
        string[] ids = [.. model.Network.Layers.Select(layer => layer.Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z0-9_][a-z0-9_-]{0,79}$", id));
    }
}
