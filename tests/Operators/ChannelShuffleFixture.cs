namespace Convscope.Tests.Operators;

internal sealed class ChannelShuffleFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["channel-shuffle"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("two groups", Of(2)),
        ("three groups", Of(3)),
    ];

    private static ModelBuilder Of(int groups) =>
        new ModelBuilder().Input(1, 3, 5, 4).Weights("w", 6, 3, 1, 1).Node("Conv", "image w", "six")
        .Longs("cut", 1, groups, 6 / groups, 5, 4).Node("Reshape", "six cut", "parts")
            .Node("Transpose", "parts", "swapped", ("perm", new[] { 0, 2, 1, 3, 4 }))
        .Longs("whole", 1, 6, 5, 4).Node("Reshape", "swapped whole", "shuffled").Output("shuffled");
}
