using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Google.Protobuf;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Inputs of every shape and type that a picture can be brought to.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("1 784", "1 × 28 × 28")]
    [InlineData("-1 784", "1 × 28 × 28")]
    [InlineData("5 192", "3 × 8 × 8")]
    [InlineData("-1 9 11", "1 × 9 × 11")]
    [InlineData("1 9 11", "1 × 9 × 11")]
    [InlineData("3 9 11", "3 × 9 × 11")]
    [InlineData("9 11 3", "3 × 9 × 11")]
    public void A_picture_is_laid_out_as_the_model_takes_it(string sizes, string shape)
    {
        using var model = new ModelBuilder().Input([.. sizes.Split(' ').Select(long.Parse)]).Node("Neg", "image", "neg").Output("neg")
            .Load();
        Assert.Equal(shape, model.Network.Input.Shape.ToString());
        Assert.Contains(model.Changes, change => change.Pass == "picture-input");
        Assert.Equal(model.Network.Input.Shape.Count,
            model.Run(new float[model.Network.Input.Shape.Count])[model.Network.Output].Values.Length);
    }

    [Fact]
    public void An_mlp_on_a_picture_has_maps_and_then_a_flatten()
    {
        using var model = new ModelBuilder().Input(-1, 96).Weights("w", 96, 5).Weights("b", 5).Node("Gemm", "image w b", "scores")
            .Output("scores")
            .Load(new ModelOptions { Height = 8, Width = 6 });
        Assert.Equal(["input 2 × 8 × 6", "flatten 96", "scores 5", "softmax 5"],
            model.Network.Layers.Select(layer => $"{layer.Id} {layer.Shape}"));
        Recompute.Check(model);
    }

    [Fact]
    public void Keras_grey_pictures_without_a_channel_are_maps_of_one()
    {
        using var model = new ModelBuilder().Input(-1, 8, 9).Longs("last", -1, 8, 9, 1).Weights("w", 2, 1, 3, 3)
            .Node("Reshape", "image last", "maps").Node("Transpose", "maps", "first", ("perm", new[] { 0, 3, 1, 2 }))
                .Node("Conv", "first w", "conv").Output("conv").Load();
        Assert.Equal(["input 1 × 8 × 9", "conv 2 × 6 × 7"], model.Network.Layers.Select(layer => $"{layer.Id} {layer.Shape}"));
        Recompute.Check(model);
    }

    [Fact]
    public void A_fixed_batch_becomes_one_in_its_reshapes_too()
    {
        using var model = new ModelBuilder().Input(16, 3, 4, 5).Longs("flat", 16, -1).Weights("w", 60, 4)
            .Node("Reshape", "image flat", "rows").Node("MatMul", "rows w", "scores").Output("scores").Load();
        Assert.Equal(["input", "rows", "scores", "softmax"], model.Network.Layers.Select(layer => layer.Id));
        Assert.Contains(model.Changes, change =>
            change.Pass == "batch-of-one" && change.What.EndsWith("instead of 16", StringComparison.Ordinal));
        Recompute.Check(model);
    }

    [Theory]
    [InlineData("-1 3 -1 -1", "3 × 224 × 224")]
    [InlineData("1 3 40 -1", "3 × 40 × 40")]
    [InlineData("1 -1 -1 1", "1 × 224 × 224")]
    public void Open_sides_are_tried(string sizes, string shape)
    {
        using var model = new ModelBuilder().Input([.. sizes.Split(' ').Select(long.Parse)]).Node("Relu", "image", "relu").Output("relu")
            .Load();
        Assert.Equal(shape, model.Network.Input.Shape.ToString());
        Assert.Contains(model.Changes, change => change.Pass == "open-sides");
    }

    [Fact]
    public void Of_the_usual_sides_the_one_that_runs_is_taken()
    {
        using var model = new ModelBuilder().Input(-1, 1, -1, -1).Weights("w", 784, 3).Node("Flatten", "image", "flat")
            .Node("MatMul", "flat w", "scores").Output("scores").Load();
        Assert.Equal("1 × 28 × 28", model.Network.Input.Shape.ToString());
    }

    [Theory]
    [InlineData("Float16")]
    [InlineData("Bfloat16")]
    [InlineData("Double")]
    public void Other_precisions_are_computed_in_single(string name)
    {
        var type = Enum.Parse<Type>(name);
        using var model = new ModelBuilder().Input("image", type, 1, 2, 8, 8).Also(Raw("w", type, 3, 2, 3, 3))
            .Node("Conv", "image w", "conv")
            .Node("Cast", "conv", "cast", ("to", (int)type)).Node("Relu", "cast", "relu").Output("relu").Load();
        Assert.Equal(["conv", "relu"], model.Network.Layers.Skip(1).Select(layer => layer.Id));
        Assert.Contains(model.Changes, change =>
            change.Pass == "single-precision" && change.What.EndsWith(name.ToLowerInvariant(), StringComparison.Ordinal));
        var values = Recompute.Check(model, [.. Enumerable.Repeat(1f, 128)])[model.Network["conv"]].Values;
        Assert.All(values, value => Assert.Equal(0.5f * 18, value));
    }

    /// <summary>A tensor of halves, in any type of floating-point number.</summary>
    private static TensorProto Raw(string name, Type type, params long[] sizes)
    {
        byte[] half = type switch
        {
            Type.Float16 => BitConverter.GetBytes((Half)0.5),
            Type.Bfloat16 => BitConverter.GetBytes((ushort)(BitConverter.SingleToUInt32Bits(0.5f) >> 16)),
            _ => BitConverter.GetBytes(0.5),
        };
        var count = (int)sizes.Aggregate(1L, (a, b) => a * b);
        var tensor = new TensorProto
        {
            Name = name, DataType = (int)type,
            RawData = ByteString.CopyFrom([.. Enumerable.Repeat(half, count).SelectMany(bytes => bytes)])
        };
        tensor.Dims.AddRange(sizes);
        return tensor;
    }
}

/// <summary>Tensors that a builder has no word for.</summary>
internal static class Builders
{
    /// <summary>Loads a model that may be refused, and gives the diagnostic if it was.</summary>
    public static Core.Diagnostics.Diagnostic? LoadOrRefuse(this ModelBuilder builder)
    {
        try
        {
            builder.Load().Dispose();
            return null;
        }
        catch (Core.Diagnostics.DiagnosticException error)
        {
            return error.Diagnostics[0];
        }
    }

    public static ModelBuilder Also(this ModelBuilder builder, TensorProto tensor)
    {
        builder.Model.Graph.Initializer.Add(tensor);
        return builder;
    }
}
