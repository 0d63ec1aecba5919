namespace Convscope.Tests.Operators;

internal sealed class ConcatFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["concat"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("units", Of().Node("Concat", "image a b", "joined", ("axis", 1)).Output("joined")),
        ("units, counted from the end", Of().Node("Concat", "a image", "joined", ("axis", -3)).Output("joined")),
        ("the same twice", Of().Node("Concat", "a b a", "joined", ("axis", 1)).Output("joined")),
        ("rows", Of().Weights("c", 3, 3, 3, 1).Node("Conv", "image c", "short", ("pads", new[] { 0, 0, 0, 0 }))
            .Node("Concat", "image short", "joined", ("axis", 2)).Output("joined")),
        ("columns", Of().Weights("c", 3, 3, 1, 3).Node("Conv", "image c", "narrow")
            .Node("Concat", "narrow image narrow", "joined", ("axis", 3)).Output("joined")),
        ("a constant", Of().Weights("c", 1, 2, 5, 4).Node("Concat", "c a", "joined", ("axis", 1)).Output("joined")),
        ("rows of a constant", Of().Weights("c", 1, 3, 2, 4).Node("Concat", "image c", "joined", ("axis", 2)).Output("joined")),
        ("vectors", Of().Node("Flatten", "a", "one").Node("Flatten", "b", "two").Node("Concat", "one two", "joined", ("axis", 1))
            .Output("joined")),
        ("the third of four axes", Grids(3)),
        ("the last of four axes", Grids(4)),
    ];

    /// <summary>As a detector's boxes: anchors, rows, columns, numbers of a box.</summary>
    private static ModelBuilder Grids(int axis) => new ModelBuilder().Input(1, 2, 3, 12).Longs("sizes", 1, 2, 3, 4, 3)
        .Node("Reshape", "image sizes", "grid").Longs("starts", 1).Longs("ends", 3).Longs("axes", axis)
        .Node("Slice", "grid starts ends axes", "part").Node("Concat", "part grid part", "joined", ("axis", axis)).Output("joined");

    private static ModelBuilder Of() => new ModelBuilder().Input(1, 3, 5, 4).Weights("v", 2, 3, 1, 1).Weights("w", 4, 3, 1, 1)
        .Node("Conv", "image v", "a").Node("Conv", "image w", "b");
}
