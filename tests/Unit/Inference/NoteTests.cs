using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>A model loaded with the note of an earlier loading is the same model.</summary>
public sealed class NoteTests
{
    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void Of_every_operator(string fixture, string model) => Same(OperatorFixtures.Model(fixture, model).Model.ToByteArray());

    [Theory]
    [InlineData("cnnx-nchw.onnx")]
    [InlineData("cnnx-nhwc.onnx")]
    public void Of_a_whole_network(string name) => Same(File.ReadAllBytes(Fixture.PathOf(name)));

    [Fact]
    public void Of_a_deep_one() => Same(DeepModel.Build().Model.ToByteArray());

    [Fact]
    public void It_knows_which_of_the_open_sides_would_do()
    {
        var bytes = new ModelBuilder().Input(1, 3, -1, -1).Weights("w", 2, 3 * 28 * 28)
            .Node("Flatten", "image", "row").Node("Gemm", "row w", "y", ("transB", 1)).Output("y").Model.ToByteArray();
        Same(bytes);
        using var model = Load(bytes);
        Assert.Equal("3 × 28 × 28", model.Network.Input.Shape.ToString());
        Assert.Single(model.Changes, change => change.Pass == "open-sides");
    }

    [Fact]
    public void There_is_none_of_many_values_that_the_file_computes()
    {
        using var model = new ModelBuilder().Input(1, 1, 300, 300).Floats("one", [1], 1).Weights("k", 1, 1, 300, 300)
            .Node("Mul", "k one", "scale").Node("Mul", "image scale", "y").Output("y").Load();
        Assert.Empty(model.Note);
    }

    private static OnnxModel Load(byte[] bytes, byte[]? note = null) => OnnxModel.Load(bytes, new SourceSpan("small.onnx"), new(), note);

    private static void Same(byte[] bytes)
    {
        using var first = Load(bytes);
        Assert.NotEmpty(first.Note);
        using var second = Load(bytes, first.Note);
        Assert.Equal(first.Note, second.Note);
        Assert.Equal(Describe(first), Describe(second));
        Assert.Equal(first.Changes.Select(change => change.ToString()), second.Changes.Select(change => change.ToString()));
        var picture = Recompute.Picture(first.Network.Input);
        var (one, other) = (first.Run(picture), second.Run(picture));
        foreach (var (layer, same) in first.Network.Layers.Zip(second.Network.Layers)) Assert.Equal(one[layer].Values, other[same].Values);
    }

    private static string[] Describe(OnnxModel model) =>
        [.. model.Network.Layers.Select(layer =>
            $"{layer.Id} {layer.Name} {layer.Operator.Kind} {string.Join(' ', layer.Operator.Settings)} ({string.Join(", ", layer.Inputs)}) {layer.Shape} {model.Network.Output == layer}")];
}
