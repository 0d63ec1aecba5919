namespace Convscope.Tests.Operators;

internal sealed class DepthToSpaceFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["depth-to-space"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("DCR", Of("DCR", 8, 2)),
        ("CRD", Of("CRD", 8, 2)),
        ("blocks of three", Of("DCR", 9, 3)),
    ];

    private static ModelBuilder Of(string mode, long units, int block) =>
        new ModelBuilder().Input(1, 3, 3, 4).Weights("w", units, 3, 1, 1).Node("Conv", "image w", "deep")
        .Node("DepthToSpace", "deep", "wide", ("blocksize", block), ("mode", mode)).Output("wide");
}
