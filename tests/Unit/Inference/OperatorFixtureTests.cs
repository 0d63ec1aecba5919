using Convscope.Core.Operators;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Every operator, with each of its attributes, against ONNX Runtime.</summary>
public sealed class OperatorFixtureTests
{
    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void It_recomputes(string fixture, string model)
    {
        using var loaded = OperatorFixtures.Model(fixture, model).Load();
        Recompute.Check(loaded, null, 1e-5, [.. OperatorFixtures.Of(fixture).Unexplained]);
    }

    [Fact]
    public void Every_operator_with_an_equation_has_one() => Assert.Empty(EquationCatalog.Kinds.Except(
        OperatorFixtures.Names.SelectMany(name => OperatorFixtures.Of((string)name[0]).Kinds)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OperatorFixtures.Names), MemberType = typeof(OperatorFixtures))]
    public void Its_models_hold_it(string name)
    {
        var fixture = OperatorFixtures.Of(name);
        var kinds = new HashSet<string>();
        foreach (var (_, builder) in fixture.Models)
        {
            using var model = builder.Load();
            kinds.UnionWith(model.Network.Layers.Select(layer => layer.Operator.Kind));
        }

        Assert.Superset(fixture.Kinds.ToHashSet(), kinds);
    }
}
