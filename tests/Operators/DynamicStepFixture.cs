namespace Convscope.Tests.Operators;

internal sealed class DynamicStepFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["dynamic-step"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("step and zero point", Maps().Node("DynamicQuantizeLinear", "maps", "whole step zero").Output("whole", "step", "zero")),
    ];
}
