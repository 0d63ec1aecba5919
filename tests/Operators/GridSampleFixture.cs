namespace Convscope.Tests.Operators;

internal sealed class GridSampleFixture : OperatorFixture
{
    private static readonly string[] Paddings = ["zeros", "border", "reflection"];

    public override IReadOnlyList<string> Kinds => ["grid-sample"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        .. from mode in new[] { "bilinear", "nearest", "bicubic" } from padding in Paddings from aligned in new[] { 0, 1 }
           select ($"{mode}, {padding}, aligned {aligned}", Computed(16, mode, padding, aligned)),
        ("as opset 20 says it, linear", Computed(20, "linear", "zeros", 0)),
        ("as opset 20 says it, cubic", Computed(20, "cubic", "border", 1)),
        ("a constant grid", Fixed(new ModelBuilder(16).Input(1, 3, 6, 7), 5, 4, 1.2f)),
        ("a constant grid, too large for a page", Fixed(new ModelBuilder(16).Input(1, 3, 6, 7), 40, 40, 0.9f)),
        ("a grid whose rows are units", new ModelBuilder(16).Input(1, 3, 6, 7).Node("Flatten", "image", "cells").Weights("to", 126, 24)
            .Node("Gemm", "cells to", "numbers").Node("Tanh", "numbers", "small").Longs("shape", 1, 3, 4, 2)
            .Node("Reshape", "small shape", "grid").Node("GridSample", "image grid", "y").Output("y")),
    ];

    /// <summary>A grid that the network computes, here and there beyond the map.</summary>
    private static ModelBuilder Computed(int opset, string mode, string padding, int aligned) =>
        new ModelBuilder(opset).Input(1, 3, 6, 7).Weights("w", 2, 3, 2, 2).Floats("b", [2], 0.3f, -0.4f)
        .Node("Conv", "image w b", "places", ("pads", new[] { 1, 0, 0, 0 }))
        .Node("Transpose", "places", "grid", ("perm", new[] { 0, 2, 3, 1 }))
        .Node("GridSample", "image grid", "y", ("mode", mode), ("padding_mode", padding), ("align_corners", aligned)).Output("y");

    private static ModelBuilder Fixed(ModelBuilder model, int rows, int columns, float reach) => model
        .Floats("grid", [1, rows, columns, 2], [.. Enumerable.Range(0, rows * columns * 2).Select(i => reach * MathF.Sin(1 + (2.4f * i)))])
        .Node("GridSample", "image grid", "y").Output("y");
}
