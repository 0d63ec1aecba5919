namespace Convscope.Tests.Operators;

internal sealed class HardmaxFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["hardmax"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("a vector", Numbers().Node("Hardmax", "numbers", "y").Output("y")),
        ("a vector, opset 11, axis 1 by default", Numbers(opset: 11).Node("Hardmax", "numbers", "y").Output("y")),
        ("a hundred classes", Numbers(count: 100).Node("Hardmax", "numbers", "y", ("axis", 1)).Output("y")),
        ("maps, cell by cell", Maps().Node("Hardmax", "maps", "y", ("axis", 1)).Output("y")),
        ("maps, equal ones", Maps().Node("Relu", "maps", "half").Node("Concat", "half half", "twice", ("axis", 1))
            .Node("Hardmax", "twice", "y", ("axis", -3)).Output("y")),
        ("rows of maps", Maps().Node("Hardmax", "maps", "y", ("axis", -1)).Output("y")),
        ("maps with channels last", Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Node("Hardmax", "last", "y", ("axis", 3)).Output("y")),
        ("rows of a table, long ones", Numbers(count: 200).Longs("shape", 1, 4, 50).Node("Reshape", "numbers shape", "table")
            .Node("Hardmax", "table", "y").Output("y")),
    ];
}
