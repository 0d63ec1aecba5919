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
    public void No_picture_raises_a_false_alarm(string fixture, string model)
    {
        using var loaded = OperatorFixtures.Model(fixture, model).Load();
        foreach (var (name, values) in Pictures.Of(loaded.Network.Input.Shape.Count))
        {
            foreach (var error in LayerError.Measure(loaded.Network, loaded.Run(values), name, Threads))
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
            if (wrong is null || !wrong.Network.Layers.Select(layer => layer.Id).SequenceEqual(right.Network.Layers.Select(layer => layer.Id))) continue;
            if (Shows(right, wrong, recorded))
                planted.Add(($"{fixture}, {model}: {fault.What}", LayerError.Measure(wrong.Network, recorded, "noise", Threads).Any(error => !error.IsWithin)));
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

    /// <summary>Whether a fault makes a difference that single precision can hold: to a cell of a layer, some steps of its largest value.</summary>
    private static bool Shows(OnnxModel right, OnnxModel wrong, Activations recorded) => right.Network.Layers.Zip(wrong.Network.Layers).Any(pair =>
    {
        const int Steps = 64;
        if (pair.First.Inputs.IsEmpty || pair.First.Operator.Forward(recorded.InputsOf(pair.First)) is not { } exact) return false;
        var changed = pair.Second.Operator.Forward(recorded.InputsOf(pair.First))!;
        return exact.Zip(changed).Max(cell => Math.Abs(cell.First - cell.Second)) > Steps * Rounding.Unit * exact.Max(Math.Abs);
    });
}
