using Convscope.Inference;
using Convscope.Tests.Operators;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Networks that take bytes, and weights of types that can't be opened from here.</summary>
public sealed class WholeInputTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_of_bytes_is_rounded_to_them(bool isLast)
    {
        var builder = new ModelBuilder();
        builder = isLast
            ? builder.Input("image", Type.Uint8, 1, 6, 7, 3).Node("Transpose", "image", "first", ("perm", new[] { 0, 3, 1, 2 }))
            : builder.Input("image", Type.Uint8, 1, 3, 6, 7);
        using var model = builder.WholeWeights("w", Type.Uint8, 2, 3, 3, 3).Step("in", 1, 0).Step("w", 0.01f, 128).Step("y", 9, 100)
            .Node("QLinearConv", $"{(isLast ? "first" : "image")} in/step in/zero w w/step w/zero y/step y/zero", "y").Output("y").Load();
        var picture = Array.ConvertAll(Recompute.Picture(model.Network.Input), value => value * 300);
        var activations = Recompute.Check(model, picture, tolerance: 0);
        Assert.Equal(["input", "y"], model.Network.Layers.Select(layer => layer.Id));
        Assert.All(activations[model.Network.Input].Values, value => Assert.True(value is >= 0 and <= 255 && value == MathF.Round(value)));
        Assert.Equal("uint8", OnnxModel.MetadataOf(Google.Protobuf.MessageExtensions.ToByteArray(builder.Model))["input type"]);
    }

    [Fact]
    public void Weights_of_four_bits_in_blocks_are_what_they_stand_for()
    {
        var builder = new ModelBuilder(21).Input(1, 3, 4, 4).Node("Flatten", "image", "row").Floats("steps", [3, 2],
            0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f);
        var packed = new Convscope.Inference.Onnx.TensorProto { Name = "w", DataType = 22, Dims = { 48, 2 } };
        packed.RawData = Google.Protobuf.ByteString.CopyFrom([.. Enumerable.Range(0, 48).Select(i => (byte)(i * 37))]);
        builder.Model.Graph.Initializer.Add(packed);
        builder.Model.IrVersion = 10;
        using var model = builder.Node("DequantizeLinear", "w steps", "real", ("axis", 0), ("block_size", 16))
            .Node("MatMul", "row real", "y").Output("y").Load();
        Recompute.Check(model);
        Assert.Equal("dense", model.Network.Layers[^1].Operator.Kind);
    }
}
