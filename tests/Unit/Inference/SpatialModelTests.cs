using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>
/// A small model of operators that move cells about: <c>tests/fixtures/operators/spatial.onnx</c>. The browser tests build a site of
/// it. With <c>CONVSCOPE_WRITE_FIXTURES=1</c> this test writes the file anew.
/// </summary>
public sealed class SpatialModelTests
{
    [Fact]
    public void The_fixture_is_the_model_that_is_written_here()
    {
        var path = Fixture.PathOf("../operators/spatial.onnx");
        var bytes = Model().Model.ToByteArray();
        if (Environment.GetEnvironmentVariable("CONVSCOPE_WRITE_FIXTURES") == "1") File.WriteAllBytes(path, bytes);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void It_holds_every_operator_that_moves_cells()
    {
        using var model = Model().Load();
        Assert.Superset(
            new HashSet<string>
            {
                "average-pool", "concat", "conv", "conv-transpose", "depth-to-space", "max-pool", "pad", "reduce-sum", "reshape", "resize",
                "slice",
                "space-to-depth", "tile", "transpose",
            },
            model.Network.Layers.Select(layer => layer.Operator.Kind).ToHashSet());
    }

    [Fact]
    public void All_of_it_recomputes()
    {
        using var model = Model().Load();
        Recompute.Check(model);
    }

    private static ModelBuilder Model() => new ModelBuilder(opset: 19)
        .Input(1, 3, 12, 10)
        .Weights("w8", 8, 3, 3, 3).Weights("b8", 8).Node("Conv", "image w8 b8", "maps", ("pads", new[] { 1, 1, 1, 1 }))
        .Weights("wu", 3, 2, 4, 4).Weights("bu", 2)
            .Node("ConvTranspose", "image wu bu", "up", ("strides", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }))
        .Weights("wo", 3, 1, 3, 2).Node("ConvTranspose", "image wo", "up_odd", ("strides", new[] { 2, 3 }), ("dilations", new[] { 1, 2 }),
            ("output_padding", new[] { 1, 0 }))
        .Weights("wd", 3, 1, 3, 3).Node("ConvTranspose", "image wd", "depthwise", ("group", 3), ("strides", new[] { 2, 2 }))
        .Floats("twice", [4], 1, 1, 2, 2).Node("Resize", "image - twice", "nearest", ("coordinate_transformation_mode", "asymmetric"),
            ("nearest_mode", "floor"))
        .Floats("more", [4], 1, 1, 1.5f, 2.2f).Node("Resize", "image - more", "bilinear", ("mode", "linear"))
        .Node("Resize", "image - more", "bicubic", ("mode", "cubic"))
        .Longs("rim", 0, 0, 1, 2, 0, 0, 0, 3).Floats("value", [], -0.5f).Node("Pad", "image rim value", "zeros")
        .Node("Pad", "image rim", "mirrored", ("mode", "reflect"))
        .Longs("starts", 2, 1).Longs("ends", 11, 100).Longs("axes", 2, 3).Longs("steps", 2, 1)
            .Node("Slice", "image starts ends axes steps", "part")
        .Longs("last", -1, -1).Longs("before", -100, -100).Longs("back", 1, 3).Longs("down", -1, -2)
            .Node("Slice", "image last before back down", "backwards")
        .Longs("dealt", 1, 2, 4, 12, 10).Longs("whole", 1, 8, 12, 10).Node("Reshape", "maps dealt", "split")
            .Node("Transpose", "split", "swapped", ("perm", new[] { 0, 2, 1, 3, 4 }))
        .Node("Reshape", "swapped whole", "shuffled")
        .Node("SpaceToDepth", "image", "deep", ("blocksize", 2)).Node("DepthToSpace", "maps", "wide", ("blocksize", 2), ("mode", "CRD"))
        .Longs("long", 1, 4, 24, 10).Node("Reshape", "maps long", "tall")
        .Node("Transpose", "image", "turned", ("perm", new[] { 0, 1, 3, 2 }))
        .Node("Concat", "image part_wide", "below", ("axis", 2))
        .Weights("narrow", 3, 3, 3, 1).Node("Conv", "image narrow", "part_wide")
        .Weights("more_units", 1, 2, 12, 10).Node("Concat", "image more_units", "with_constant", ("axis", 1))
        .Longs("times", 1, 1, 2, 3).Node("Tile", "image times", "repeated")
        .Longs("over_rows", 2).Longs("over_columns", 3).Longs("over_both", 2, 3)
        .Node("ReduceMean", "image over_rows", "row_means", ("keepdims", 0))
            .Node("ReduceMax", "image over_columns", "column_peaks", ("keepdims", 1))
        .Node("ReduceSum", "image over_both", "sums", ("keepdims", 0)).Node("ReduceSum", "image over_rows", "row_sums")
        .Weights("fold", 3, 3, 12, 1).Node("Conv", "image fold", "folded").Node("Squeeze", "folded over_rows", "signal")
        .Weights("wl", 2, 3, 3).Weights("bl", 2).Node("Conv", "signal wl bl", "line_conv", ("pads", new[] { 1, 1 }))
        .Node("MaxPool", "line_conv", "line_pool", ("kernel_shape", new[] { 2 }), ("strides", new[] { 2 }))
        .Node("GlobalMaxPool", "maps", "peaks")
        .Node("AveragePool", "maps", "dilated_mean", ("kernel_shape", new[] { 2, 3 }), ("dilations", new[] { 3, 2 }),
            ("pads", new[] { 1, 2, 1, 2 }), ("count_include_pad", 1))
        .Node("ReduceMean", "maps over_both", "vector", ("keepdims", 0))
        .Output(
            "up", "up_odd", "depthwise", "nearest", "bilinear", "bicubic", "zeros", "mirrored", "part", "backwards", "shuffled", "deep",
            "wide", "tall", "turned", "below",
            "with_constant", "repeated", "row_means", "column_peaks", "sums", "row_sums", "line_pool", "peaks", "dilated_mean", "vector");
}
