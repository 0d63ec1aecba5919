namespace Convscope.Tests.Operators;

internal sealed class SliceFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["slice"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("rows and columns", Of([1, 0], [4, 3], [2, 3])),
        ("units", Of([1], [3], [1])),
        ("from the end", Of([-3, -2], [-1, long.MaxValue], [2, -1])),
        ("steps", Of([0, 1], [5, 4], [2, 3], [2, 3])),
        ("backwards", Of([-1, 3], [long.MinValue, 0], [2, 3], [-1, -2])),
        ("units backwards", Of([-1], [-100], [1], [-1])),
        ("all axes", new ModelBuilder().Input(1, 3, 5, 4).Longs("starts", 0, 0, 1, 1).Longs("ends", 1, 2, 4, 4)
            .Node("Slice", "image starts ends", "part").Output("part")),
        ("attributes", new ModelBuilder(9).Input(1, 3, 5, 4)
            .Node("Slice", "image", "part", ("starts", new[] { 1, -3 }), ("ends", new[] { 9, -1 }), ("axes", new[] { 2, 3 }))
                .Output("part")),
        ("of a vector", new ModelBuilder().Input(1, 3, 2, 2).Node("Flatten", "image", "flat").Longs("starts", 3).Longs("ends", 9)
            .Longs("axes", 1)
            .Node("Slice", "flat starts ends axes", "part").Output("part")),
        ("four axes, as a detector splits its boxes", new ModelBuilder().Input(1, 4, 3, 10).Longs("sizes", 1, 4, 3, 2, 5)
            .Node("Reshape", "image sizes", "grid").Longs("starts", 1, 1).Longs("ends", 2, 4).Longs("axes", 3, 4)
            .Node("Slice", "grid starts ends axes", "part").Output("part")),
    ];

    private static ModelBuilder Of(long[] starts, long[] ends, long[] axes, long[]? steps = null) =>
        new ModelBuilder().Input(1, 3, 5, 4).Longs("starts", starts).Longs("ends", ends).Longs("axes", axes)
            .Longs("steps", steps ?? [.. axes.Select(_ => 1L)])
            .Node("Slice", "image starts ends axes steps", "part").Output("part");
}
