using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What rounding explains is never taken for a fault, and a fault never for rounding.</summary>
public sealed class RoundingTests
{
    private static readonly ParallelOptions Threads = new() { MaxDegreeOfParallelism = 1 };

    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void No_picture_raises_a_false_alarm(string fixture, string model) => NoAlarm(OperatorFixtures.Model(fixture, model));

    [Theory]
    [InlineData("GlobalAveragePool")]
    [InlineData("ReduceMean")]
    [InlineData("InstanceNormalization")]
    public void Neither_does_a_plain_picture_of_640000_cells(string opType)
    {
        var builder = new ModelBuilder().Input(1, 1, 800, 800).Floats("scale", [1], 1.5f).Floats("shift", [1], 0.25f);
        builder = opType switch
        {
            "ReduceMean" => builder.Node(opType, "image", "out", ("axes", new[] { 2, 3 })),
            "InstanceNormalization" => builder.Node(opType, "image scale shift", "out"),
            _ => builder.Node(opType, "image", "out"),
        };
        NoAlarm(builder.Output("out"));
    }

    [Theory]
    [InlineData(-8)]
    [InlineData(-12)]
    [InlineData(-30)]
    [InlineData(-100)]
    [InlineData(60)]
    public void Nor_a_gate_far_from_its_middle(float offset)
    {
        foreach (var opType in new[] { "Sigmoid", "Tanh", "Softplus", "Elu", "Selu", "Exp", "HardSigmoid" })
        {
            NoAlarm(new ModelBuilder().Input(1, 3, 6, 6).Weights("w", 2, 3, 3, 3).Floats("b", [2], offset, offset / 2)
                .Node("Conv", "image w b", "conv").Node(opType, "conv", "out").Output("out"));
        }
    }

    private static void NoAlarm(ModelBuilder builder)
    {
        using var model = builder.Load();
        foreach (var (name, values) in Pictures.Of(model.Network.Input.Shape.Count))
        {
            foreach (var error in LayerError.Measure(model.Network, model.Run(values), name, Threads))
                Assert.True(error.IsWithin, $"{error.Layer} on {name}: {error.Absolute:g3}, {error.OfBound:g3} of its bound");
        }
    }

    [Fact]
    public void Weights_and_settings_whose_last_digits_are_wrong_are_found()
    {
        var planted = OperatorFixtures.All.AsParallel().SelectMany(model => Planted((string)model[0], (string)model[1])).ToList();
        Assert.Empty(planted.Where(fault => !fault.IsFound).Select(fault => fault.What).Order(StringComparer.Ordinal));
        Assert.InRange(planted.Count, 200, int.MaxValue);
    }

    /// <summary>One fault for every weight and setting of a model that makes a difference.</summary>
    private static List<(string What, bool IsFound)> Planted(string fixture, string model)
    {
        var builder = OperatorFixtures.Model(fixture, model);
        using var right = builder.Load();
        var recorded = right.Run(Pictures.Noise(right.Network.Input.Shape.Count, 1, seed: 1));
        var planted = new List<(string, bool)>();
        foreach (var fault in PlantedFault.Of(builder.Model, new Random(12)))
        {
            var faulty = OperatorFixtures.Model(fixture, model);
            fault.Plant(faulty.Model);
            using var wrong = Load(faulty);
            if (wrong is null || !wrong.Network.Layers.Select(layer => layer.Id)
                .SequenceEqual(right.Network.Layers.Select(layer => layer.Id))) continue;
            if (Shows(right, wrong, recorded))
                planted.Add(($"{fixture}, {model}: {fault.What}", LayerError.Measure(wrong.Network, recorded, "noise", Threads)
                    .Any(error => !error.IsWithin)));
        }

        return planted;
    }

    /// <summary>A setting that is wrong may be one that no model can have.</summary>
    private static OnnxModel? Load(ModelBuilder builder)
    {
        try
        {
            return builder.Load();
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    /// <summary>Whether a fault makes a difference that single precision can hold: to a cell of a layer, a hundred steps of its largest
    /// value.</summary>
    private static bool Shows(OnnxModel right, OnnxModel wrong, Activations recorded) =>
        right.Network.Layers.Zip(wrong.Network.Layers).Any(pair =>
    {
        const int Steps = 100;
        if (pair.First.Inputs.IsEmpty || pair.First.Operator.Forward(recorded.InputsOf(pair.First)) is not { } exact) return false;
        var changed = pair.Second.Operator.Forward(recorded.InputsOf(pair.First))!;
        return exact.Zip(changed).Max(cell => Math.Abs(cell.First - cell.Second)) > Steps * Rounding.Unit * exact.Max(Math.Abs);
    });
}
