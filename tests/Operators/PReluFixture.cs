namespace Convscope.Tests.Operators;

internal sealed class PReluFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["prelu"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("a slope a channel", Maps().Weights("slope", 4, 1, 1).Node("PRelu", "maps slope", "y").Output("y")),
        ("one slope", Maps().Floats("slope", [1], 0.25f).Node("PRelu", "maps slope", "y").Output("y")),
        ("four axes", Maps(opset: 9).Weights("slope", 1, 4, 1, 1).Node("PRelu", "maps slope", "y").Output("y")),
        ("a vector", Numbers().Weights("slope", 8).Node("PRelu", "numbers slope", "y").Output("y")),
    ];
}
