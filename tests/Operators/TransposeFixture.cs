namespace Convscope.Tests.Operators;

internal sealed class TransposeFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["transpose"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("rows and columns", Of(0, 1, 3, 2)),
        ("units and rows", Of(0, 2, 1, 3)),
        ("between reshapes", new ModelBuilder().Input(1, 3, 4, 5).Weights("w", 6, 3, 1, 1).Node("Conv", "image w", "six")
            .Longs("dealt", 1, 2, 3, 4, 5).Node("Reshape", "six dealt", "split")
                .Node("Transpose", "split", "swapped", ("perm", new[] { 0, 3, 1, 2, 4 })).Output("swapped")),
    ];

    private static ModelBuilder Of(params int[] perm) =>
        new ModelBuilder().Input(1, 3, 5, 4).Node("Transpose", "image", "turned", ("perm", perm)).Output("turned");
}
