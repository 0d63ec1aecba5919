using Convscope.Tests.Operators;
using FsCheck.Xunit;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Our windows against ONNX Runtime's, whatever their padding, stride and dilation.</summary>
public sealed class WindowProperties
{
    [Property(MaxTest = 60)]
    public void Convolutions_recompute(int seed)
    {
        var random = new Random(seed);
        var (groups, per) = (random.Next(1, 4), random.Next(1, 3));
        var (kernel, attributes) = Window(random);
        long[] weights = [groups * random.Next(1, 3), per, kernel[0], kernel[1]];
        using var model = new ModelBuilder().Input(1, groups * per, random.Next(9, 14), random.Next(9, 14))
            .Weights("w", weights).Weights("b", weights[0])
            .Node("Conv", random.Next(2) == 0 ? "image w" : "image w b", "conv", [("group", groups), .. attributes])
            .Output("conv").Load();
        Recompute.Check(model, Recompute.Picture(model.Network.Input, seed));
    }

    [Property(MaxTest = 60)]
    public void Pools_recompute(int seed)
    {
        var random = new Random(seed);
        var average = random.Next(2) == 0;
        var (kernel, attributes) = Window(random);
        var settings = new List<(string, object)> { ("kernel_shape", kernel), ("ceil_mode", random.Next(2)) };
        // Version 13 of AveragePool has no dilation, and ONNX Runtime refuses padding as large as the kernel.
        settings.AddRange(attributes.Where(attribute => attribute.Name is "strides" || (attribute.Name is "dilations" && !average)));
        settings.Add(("pads", Enumerable.Range(0, 4).Select(side => random.Next(kernel[side % 2])).ToArray()));
        if (average) settings.Add(("count_include_pad", random.Next(2)));
        using var model = new ModelBuilder().Input(1, 2, random.Next(9, 14), random.Next(9, 14))
            .Node(average ? "AveragePool" : "MaxPool", "image", "pool", [.. settings])
            .Output("pool").Load();
        Recompute.Check(model, Recompute.Picture(model.Network.Input, seed));
    }

    [Property(MaxTest = 100)]
    public void Transposed_convolutions_recompute(int seed)
    {
        var random = new Random(seed);
        var (groups, per) = (random.Next(1, 4), random.Next(1, 3));
        int[] Some(int count, int least, int most) => [.. Enumerable.Range(0, count).Select(_ => random.Next(least, most + 1))];
        int[] kernel = Some(2, 1, 4), strides = Some(2, 1, 3), dilations = Some(2, 1, 3);
        var pads = Enumerable.Range(0, 4).Select(side => random.Next(((kernel[side % 2] - 1) * dilations[side % 2]) + 1)).ToArray();
        var extra = strides.Select(stride => random.Next(stride)).ToArray();
        using var model = new ModelBuilder().Input(1, groups * per, random.Next(8, 12), random.Next(8, 12))
            .Weights("w", groups * per, random.Next(1, 3), kernel[0], kernel[1])
            .Node("ConvTranspose", "image w", "up", ("group", groups), ("strides", strides), ("dilations", dilations), ("pads", pads),
                ("output_padding", extra))
            .Output("up").Load();
        Recompute.Check(model, Recompute.Picture(model.Network.Input, seed));
    }

    [Property(MaxTest = 150)]
    public void Resizes_recompute(int seed)
    {
        var random = new Random(seed);
        T OneOf<T>(params T[] choices) => choices[random.Next(choices.Length)];
        var (height, width) = (random.Next(5, 10), random.Next(5, 10)); // with three or four columns they would be taken for channels
        var mode = OneOf("nearest", "linear", "cubic");
        var model = new ModelBuilder(19).Input(1, 2, height, width)
            .Floats("scales", [4], 1, 1, 0.4f + (3 * random.NextSingle()), 0.4f + (3 * random.NextSingle()))
                .Longs("sizes", 1, 2, random.Next(2, 20), random.Next(2, 20))
            .Node(
                "Resize", OneOf("image - scales", "image - - sizes"), "large", ("mode", mode),
                ("coordinate_transformation_mode",
                    OneOf("half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric")),
                ("nearest_mode", OneOf("round_prefer_floor", "round_prefer_ceil", "floor", "ceil")))
            .Output("large");
        using var loaded = model.Load();
        Recompute.Check(loaded, Recompute.Picture(loaded.Network.Input, seed), 1e-4);
    }

    [Property(MaxTest = 100)]
    public void Rims_recompute(int seed)
    {
        var random = new Random(seed);
        string[] modes = ["constant", "edge", "reflect", "wrap"];
        var mode = modes[random.Next(modes.Length)];
        long Side() => random.Next(mode == "constant" ? -2 : 0, 4);
        using var model = new ModelBuilder(19).Input(1, 3, random.Next(5, 8), random.Next(5, 8))
            .Longs("pads", 0, 0, Side(), Side(), 0, random.Next(2), Side(), Side())
            .Floats("value", [], 0.3f).Node("Pad", "image pads value", "padded", ("mode", mode)).Output("padded").Load();
        Recompute.Check(model, Recompute.Picture(model.Network.Input, seed));
    }

    private static (int[] Kernel, (string Name, object Value)[] Attributes) Window(Random random)
    {
        int[] Some(int count, int least, int most) => [.. Enumerable.Range(0, count).Select(_ => random.Next(least, most + 1))];
        return (Some(2, 1, 3), [("strides", Some(2, 1, 3)), ("dilations", Some(2, 1, 3)), ("pads", Some(4, 0, 2))]);
    }
}
