using Convscope.Core.Network;

namespace Convscope.Tests.Unit.Inference;

public sealed class TinyVggTests
{
    private static readonly string[] Expected =
    [
        "input 3 × 64 × 64",
        "conv_1_1 10 × 62 × 62", "relu_1_1 10 × 62 × 62", "conv_1_2 10 × 60 × 60", "relu_1_2 10 × 60 × 60",
        "max_pool_1 10 × 30 × 30",
        "conv_2_1 10 × 28 × 28", "relu_2_1 10 × 28 × 28", "conv_2_2 10 × 26 × 26", "relu_2_2 10 × 26 × 26",
        "max_pool_2 10 × 13 × 13",
        "flatten 1690", "output 10", "softmax 10",
    ];

    [Theory]
    [InlineData("cnnx-nchw.onnx", InputLayout.Nchw)]
    [InlineData("cnnx-nhwc.onnx", InputLayout.Nhwc)]
    public void Both_twins_have_the_same_layers(string name, InputLayout layout)
    {
        using var model = Fixture.Load(name);
        Assert.Equal(Expected, model.Network.Layers.Select(layer => $"{layer.Id} {layer.Shape}"));
        Assert.Equal(layout, model.DeclaredLayout);
        Assert.Matches("^[0-9a-f]{64}$", model.Sha256);
        var steps = model.Network.Layers.Skip(1).Zip(model.Network.Layers);
        Assert.All(steps, pair => Assert.Equal(pair.Second.Id, Assert.Single(pair.First.Inputs)));
    }

    [Fact]
    public void Twins_give_the_same_values_whatever_their_layout()
    {
        using var first = Fixture.Load("cnnx-nchw.onnx");
        using var last = Fixture.Load("cnnx-nhwc.onnx");
        var picture = Recompute.Picture(first.Network.Input);
        var (one, two) = (first.Run(picture), last.Run(picture));
        Assert.Equal(picture, two[last.Network.Input].Values);
        foreach (var layer in first.Network.Layers)
        {
            var other = last.Network[layer.Id];
            Assert.Equal(layer.Operator.Kind, other.Operator.Kind);
            var (a, b) = (one[layer].Values, two[other].Values);
            if (layer.Id == "flatten") (a, b) = ([.. a.Order()], [.. b.Order()]);
            Assert.All(a.Zip(b), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }

        Assert.Equal(1, one[first.Network.Output].Values.Sum(), 1e-5f);
    }

    [Theory]
    [InlineData("cnnx-nchw.onnx")]
    [InlineData("cnnx-nhwc.onnx")]
    public void Every_layer_recomputes(string name)
    {
        using var model = Fixture.Load(name);
        Recompute.Check(model);
    }

    [Fact]
    public void Runs_from_several_threads_agree()
    {
        using var model = Fixture.Load("cnnx-nhwc.onnx");
        float[] Logits(int seed) => model.Run(Recompute.Picture(model.Network.Input, seed))[model.Network["output"]].Values;

        float[][] alone = [.. Enumerable.Range(0, 8).Select(Logits)];
        var together = new float[8][];
        Parallel.For(0, 8, i => together[i] = Logits(i));
        Assert.Equal(alone, together);
        Assert.NotEqual(alone[0], alone[1]);
    }

    [Fact]
    public void A_picture_of_another_size_is_refused()
    {
        using var model = Fixture.Load("cnnx-nchw.onnx");
        Assert.Throws<ArgumentException>(() => model.Run(new float[12]));
    }
}
