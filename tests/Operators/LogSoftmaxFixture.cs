namespace Convscope.Tests.Operators;

internal sealed class LogSoftmaxFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["log-softmax"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("a vector", Numbers().Node("LogSoftmax", "numbers", "y").Output("y")),
        ("a vector, opset 11, axis 1 by default", Numbers(opset: 11).Node("LogSoftmax", "numbers", "y").Output("y")),
        ("a thousand classes", Numbers(count: 1000).Node("LogSoftmax", "numbers", "y", ("axis", 1)).Output("y")),
        ("maps, cell by cell", Maps().Node("LogSoftmax", "maps", "y", ("axis", 1)).Output("y")),
        ("maps, from the end", Maps().Node("LogSoftmax", "maps", "y", ("axis", -3)).Output("y")),
        ("maps of many classes", Maps().Node("Concat", "maps maps maps maps maps", "many", ("axis", 1)).Weights("c", 20, 1, 1)
            .Node("Mul", "many c", "logits").Node("LogSoftmax", "logits", "y", ("axis", 1)).Output("y")),
        ("maps with channels last", Maps(opset: 12).Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Node("LogSoftmax", "last", "shares", ("axis", 3)).Node("Transpose", "shares", "y", ("perm", new[] { 0, 3, 1, 2 }))
            .Output("y")),
        ("one cell a map, opset 11", Maps(opset: 11).Node("GlobalMaxPool", "maps", "logits").Node("LogSoftmax", "logits", "y", ("axis", 1))
            .Output("y")),
        ("rows of a table", Numbers(count: 24).Longs("shape", 1, 3, 8).Node("Reshape", "numbers shape", "table")
            .Node("LogSoftmax", "table", "y", ("axis", -1)).Output("y")),
    ];
}
