namespace Convscope.Tests.Operators;

internal sealed class ReshapeFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["reshape"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("maps to maps", Of(1, 6, 2, 5)),
        ("maps to larger maps", Of(1, 1, 6, 10)),
        ("a size left open", Of(1, 4, 5, -1)),
        ("a vector to maps", new ModelBuilder().Input(1, 3, 2, 2).Node("Flatten", "image", "flat").Weights("w", 12, 18)
            .Node("Gemm", "flat w", "fc")
            .Longs("sizes", 1, 2, 3, 3).Node("Reshape", "fc sizes", "maps").Output("maps")),
        ("a vector to maps of one cell, to scale maps by",
            Gated(model => model.Longs("sizes", 1, 3, 1, 1).Node("Reshape", "gate sizes", "cells"))),
        ("a vector given two more axes", Gated(model => model.Longs("axes", 2, 3).Node("Unsqueeze", "gate axes", "cells"))),
        ("four axes", Of(1, 3, 2, 2, 5)),
        ("place by place, as a detector's heads", new ModelBuilder().Input(1, 3, 4, 5)
            .Weights("w", 6, 3, 1, 1).Node("Conv", "image w", "heads")
            .Node("Transpose", "heads", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Longs("sizes", 1, 40, 3).Node("Reshape", "last sizes", "boxes").Output("boxes")),
        ("squeeze and unsqueeze", Signals.Of().Longs("third", 3).Node("Unsqueeze", "signal third", "tall").Output("tall")),
    ];

    /// <summary>A squeeze-and-excitation block written with dense layers (Hu et al., CVPR 2018).</summary>
    private static ModelBuilder Gated(Func<ModelBuilder, ModelBuilder> reshape) =>
        reshape(new ModelBuilder().Input(1, 3, 5, 4).Node("GlobalAveragePool", "image", "mean").Node("Flatten", "mean", "flat")
            .Weights("w", 3, 3)
            .Node("Gemm", "flat w", "fc").Node("Sigmoid", "fc", "gate")).Node("Mul", "image cells", "scaled").Output("scaled");

    private static ModelBuilder Of(params long[] sizes) =>
        new ModelBuilder().Input(1, 3, 5, 4).Longs("sizes", sizes).Node("Reshape", "image sizes", "maps").Output("maps");
}
