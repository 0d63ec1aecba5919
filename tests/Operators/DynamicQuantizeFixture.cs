namespace Convscope.Tests.Operators;

internal sealed class DynamicQuantizeFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["dynamic-quantize"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("DynamicQuantizeLinear", Maps().Node("DynamicQuantizeLinear", "maps", "whole step zero").Output("whole")),
        ("of numbers above zero", Maps().Node("Relu", "maps", "relu").Node("DynamicQuantizeLinear", "relu", "whole step zero")
            .Output("whole")),
    ];
}
