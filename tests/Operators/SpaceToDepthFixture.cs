namespace Convscope.Tests.Operators;

internal sealed class SpaceToDepthFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["space-to-depth"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("blocks of two", new ModelBuilder().Input(1, 3, 6, 4).Node("SpaceToDepth", "image", "deep", ("blocksize", 2)).Output("deep")),
    ];
}
