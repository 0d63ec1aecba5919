namespace Convscope.Tests.Operators;

internal sealed class MatMulFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["mat-mul"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("patches of a picture", Patches().Weights("w", 6, 5).Node("MatMul", "patches w", "y").Output("y")),
        ("with more products than are written out", Patches(30).Weights("w", 30, 4).Node("MatMul", "patches w", "sum").Weights("b", 4)
            .Node("Add", "sum b", "y").Output("y")),
        ("with more weights than a page holds", Patches(48).Weights("w", 48, 50).Node("MatMul", "patches w", "y").Output("y")),
        ("with a batch of its own", Patches().Weights("w", 1, 6, 5).Node("MatMul", "patches w", "y").Output("y")),
        ("as sums over letters", Patches().Weights("w", 6, 5).Node("Einsum", "patches w", "y", ("equation", "btc,cd->btd")).Output("y")),
        ("as sums over letters, turned", Patches().Weights("w", 5, 6).Node("Einsum", "w patches", "y", ("equation", "d c , b t c -> b t d"))
            .Output("y")),
    ];

    /// <summary>Twelve patches of a picture, of so many numbers each.</summary>
    private static ModelBuilder Patches(int channels = 6) => new ModelBuilder().Input(1, 3, 6, 8).Weights("cut", channels, 3, 2, 2)
        .Node("Conv", "image cut", "maps", ("strides", new[] { 2, 2 })).Longs("shape", 1, channels, 12)
        .Node("Reshape", "maps shape", "rows").Node("Transpose", "rows", "patches", ("perm", new[] { 0, 2, 1 }));
}
