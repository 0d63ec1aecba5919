namespace Convscope.Tests.Operators;

internal sealed class RmsNormFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["rms-norm"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("of a vector", Numbers(23).Weights("scale", 8).Node("RMSNormalization", "numbers scale", "y").Output("y")),
        ("a larger epsilon", Numbers(23).Weights("scale", 8).Node("RMSNormalization", "numbers scale", "y", ("epsilon", 0.1f)).Output("y")),
    ];
}
