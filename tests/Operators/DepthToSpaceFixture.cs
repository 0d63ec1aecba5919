namespace Convscope.Tests.Operators;

internal sealed class DepthToSpaceFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["depth-to-space"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("DCR", Of("DCR", 8, 2)),
        ("CRD", Of("CRD", 8, 2)),
        ("blocks of three", Of("DCR", 9, 3)),
        ("written out, as PyTorch's first exporters did", Written([2, 3, 3], [0, 1, 4, 2, 5, 3])),
        ("written out, depth first", Written([3, 3, 2], [0, 3, 4, 1, 5, 2])),
    ];

    private static ModelBuilder Written(long[] axes, int[] order) =>
        new ModelBuilder().Input(1, 3, 3, 4).Weights("w", 18, 3, 1, 1).Node("Conv", "image w", "deep")
        .Longs("cut", [1, .. axes, 3, 4]).Node("Reshape", "deep cut", "blocks").Node("Transpose", "blocks", "turned", ("perm", order))
        .Longs("sizes", 1, 2, 9, 12).Node("Reshape", "turned sizes", "wide").Output("wide");

    private static ModelBuilder Of(string mode, long units, int block) =>
        new ModelBuilder().Input(1, 3, 3, 4).Weights("w", units, 3, 1, 1).Node("Conv", "image w", "deep")
        .Node("DepthToSpace", "deep", "wide", ("blocksize", block), ("mode", mode)).Output("wide");
}
