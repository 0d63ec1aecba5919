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

    private static (int[] Kernel, (string Name, object Value)[] Attributes) Window(Random random)
    {
        int[] Some(int count, int least, int most) => [.. Enumerable.Range(0, count).Select(_ => random.Next(least, most + 1))];
        return (Some(2, 1, 3), [("strides", Some(2, 1, 3)), ("dilations", Some(2, 1, 3)), ("pads", Some(4, 0, 2))]);
    }
}
