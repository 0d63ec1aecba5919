namespace Convscope.Tests.Operators;

internal sealed class CastFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["cast"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("to whole numbers", Maps().Node("Cast", "maps", "whole", ("to", 7)).Node("Cast", "whole", "y", ("to", 1)).Output("y")),
        ("to short ones", Maps().Node("Cast", "maps", "y", ("to", 6)).Output("y")),
        ("to true and false", Maps().Node("Relu", "maps", "half").Node("Cast", "half", "is", ("to", 9)).Node("Cast", "is", "y", ("to", 1))
            .Output("y")),
        ("channels last", Maps().Node("Transpose", "maps", "last", ("perm", new[] { 0, 2, 3, 1 }))
            .Node("Cast", "last", "whole", ("to", 7)).Output("whole")),
    ];
}
