namespace Convscope.Tests.Operators;

internal sealed class ArgMaxFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["arg-max"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("over the units, their axis left out", Maps().Node("ArgMax", "maps", "y", ("axis", 1), ("keepdims", 0)).Output("y")),
        ("over the units, their axis kept", Maps().Node("ArgMax", "maps", "y", ("axis", -3)).Output("y")),
        ("made floats again", Maps().Node("ArgMax", "maps", "place", ("axis", 1)).Node("Cast", "place", "real", ("to", 1))
            .Node("Relu", "real", "y").Output("y")),
        ("of equal maps", Maps().Node("Relu", "maps", "half").Node("Concat", "half half", "twice", ("axis", 1))
            .Node("ArgMax", "twice", "y", ("axis", 1)).Output("y")),
        ("channels last, as TensorFlow ends", Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Node("ArgMax", "last", "y", ("axis", 3), ("keepdims", 0)).Output("y")),
        ("over the columns", Maps().Node("ArgMax", "maps", "y", ("axis", 3)).Output("y")),
        ("of a vector", Numbers().Node("ArgMax", "numbers", "y", ("axis", 1)).Output("y")),
        ("of forty maps", Maps().Node("Concat", "maps maps maps maps maps maps maps maps maps maps", "many", ("axis", 1))
            .Weights("c", 40, 1, 1).Node("Mul", "many c", "logits").Node("ArgMax", "logits", "y", ("axis", 1)).Output("y")),
    ];
}
