using System.Text.RegularExpressions;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Tests.Operators;
using Convscope.Tests.Unit.Inference;

namespace Convscope.Tests.Unit.Operators;

/// <summary>The checks that every operator goes through pass for all of them, and fail for one that is wrong on purpose.</summary>
public sealed partial class PlantedOperatorFaultTests
{
    private static readonly Dictionary<string, IReadOnlySet<string>> Languages = Directory
        .EnumerateFiles(Fixture.PathOf("../../../templates/words"), "*.yaml")
        .ToDictionary(file => Path.GetFileName(file), KeysOf);

    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void It_is_right(string fixture, string model)
    {
        foreach (var (op, inputs, output) in Own(fixture, model))
            Assert.Equal("", string.Join('\n', Faults(op, op, inputs, output).Take(5)));
    }

    [Theory]
    [MemberData(nameof(OperatorFixtures.Names), MemberType = typeof(OperatorFixtures))]
    public void Planted_faults_are_found(string fixture)
    {
        foreach (var (op, inputs, output) in Own(fixture, OperatorFixtures.Of(fixture).Models.First().Name))
        {
            foreach (var fault in Enum.GetValues<Fault>())
            {
                // An equation of rows alone writes no operand out.
                var e = op.Explain(inputs, output, default)!;
                if (fault == Fault.Operand && !e.Parts.Any(part => part.Terms.Length > 0 && part.Input >= 0)) continue;
                Assert.True(Faults(new FaultyOperator(op, fault), op, inputs, output).Any(), $"{op.Kind}: {fault} isn't found");
            }
        }
    }

    private static IEnumerable<string> Faults(Operator op, Operator inner, IReadOnlyList<Tensor> inputs, Tensor output) =>
    [
        .. OperatorChecks.Forward(op, inputs, output),
        .. OperatorChecks.Equations(op, inputs, output, (inner as IFunctionOfOne)?.Formula),
        .. OperatorChecks.Readings(op, inputs, output), .. OperatorChecks.Words(op, Languages),
    ];

    /// <summary>The layers of a model that are of the fixture's kinds, on a picture.</summary>
    private static List<(Operator Op, IReadOnlyList<Tensor> Inputs, Tensor Output)> Own(string fixture, string model)
    {
        var kinds = OperatorFixtures.Of(fixture).Kinds;
        using var loaded = OperatorFixtures.Model(fixture, model).Load();
        var activations = loaded.Run(Recompute.Picture(loaded.Network.Input));
        return [.. loaded.Network.Layers.Where(layer => kinds.Contains(layer.Operator.Kind))
            .Select(layer => (layer.Operator, activations.InputsOf(layer), activations[layer]))];
    }

    private static IReadOnlySet<string> KeysOf(string file) =>
        Key().Matches(File.ReadAllText(file)).Select(key => key.Groups[1].Value).ToHashSet();

    [GeneratedRegex("^([a-z0-9_]+):", RegexOptions.Multiline)]
    private static partial Regex Key();
}
