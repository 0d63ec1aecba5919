namespace Convscope.Tests.Operators;

/// <summary>A deep network in small: a stem, residual blocks, modules of three branches, a dense block, a classifier.</summary>
internal static class DeepModel
{
    private const int Channels = 4, Growth = 2;

    public static ModelBuilder Build(int residual = 4, int branched = 2, int dense = 6)
    {
        var model = new ModelBuilder().Input(1, 3, 12, 12);
        var (last, channels) = (Conv(model, "stem", "image", 3, Channels), Channels);
        last = Relu(model, last);
        for (var i = 0; i < residual; i++)
        {
            var inner = Relu(model, Conv(model, $"block{i}.first", last, Channels, Channels));
            var sum = $"block{i}.sum";
            model.Node("Add", $"{Conv(model, $"block{i}.second", inner, Channels, Channels)} {last}", sum);
            last = Relu(model, sum);
        }

        for (var i = 0; i < branched; i++)
        {
            var one = Relu(model, Conv(model, $"mixed{i}.one", last, channels, Channels, 1));
            var three = Relu(model, Conv(model, $"mixed{i}.three",
                Relu(model, Conv(model, $"mixed{i}.reduce", last, channels, Channels, 1)), Channels, Channels));
            model.Node("MaxPool", last, $"mixed{i}.pool", ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }));
            var pooled = Relu(model, Conv(model, $"mixed{i}.project", $"mixed{i}.pool", channels, Channels, 1));
            model.Node("Concat", $"{one} {three} {pooled}", $"mixed{i}.join", ("axis", 1));
            (last, channels) = ($"mixed{i}.join", 3 * Channels);
        }

        var features = new List<string> { last };
        for (var i = 0; i < dense; i++)
        {
            if (i > 0) model.Node("Concat", string.Join(' ', features), last = $"dense{i}.join", ("axis", 1));
            var narrow = Conv(model, $"dense{i}.narrow", Relu(model, last, $"dense{i}.relu"), channels, Channels, 1);
            features.Add(Conv(model, $"dense{i}.conv", Relu(model, narrow), Channels, Growth));
            channels += Growth;
        }

        if (dense > 0) model.Node("Concat", string.Join(' ', features), last = "dense.join", ("axis", 1));
        return model.Node("GlobalAveragePool", last, "mean").Node("Flatten", "mean", "row")
            .Weights("classes.w", 3, channels).Weights("classes.b", 3).Node("Gemm", "row classes.w classes.b", "classes", ("transB", 1))
            .Node("Softmax", "classes", "probabilities").Output("probabilities");
    }

    private static string Relu(ModelBuilder model, string input, string? name = null)
    {
        model.Node("Relu", input, name ?? input + ".relu");
        return name ?? input + ".relu";
    }

    private static string Conv(ModelBuilder model, string name, string input, int from, int to, int kernel = 3)
    {
        model.Weights(name + ".w", to, from, kernel, kernel).Weights(name + ".b", to)
            .Node("Conv", $"{input} {name}.w {name}.b", name, ("pads", Enumerable.Repeat(kernel / 2, 4).ToArray()));
        return name;
    }
}
