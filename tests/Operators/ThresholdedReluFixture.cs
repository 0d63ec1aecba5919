namespace Convscope.Tests.Operators;

internal sealed class ThresholdedReluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["thresholded-relu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("default", Maps().Node("ThresholdedRelu", "maps", "y").Output("y")),
        ("alpha", Maps().Node("ThresholdedRelu", "maps", "y", ("alpha", 0.4f)).Output("y")),
    ];
}
