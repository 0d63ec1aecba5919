using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Tests.Operators;
using Google.Protobuf;

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

    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void A_weight_whose_last_digits_are_wrong_is_found(string fixture, string model)
    {
        var builder = OperatorFixtures.Model(fixture, model);
        using var right = builder.Load();
        var recorded = right.Run(Pictures.Noise(right.Network.Input.Shape.Count, 1, seed: 1));
        foreach (var fault in PlantedFault.Of(builder.Model, new Random(12)))
        {
            var faulty = OperatorFixtures.Model(fixture, model);
            fault.Plant(faulty.Model);
            using var wrong = faulty.Load();
            if (!Shows(right, wrong, recorded)) continue;
            Assert.True(LayerError.Measure(wrong.Network, recorded, "noise", Threads).Any(error => !error.IsWithin), $"{fault.What} isn't found");
        }
    }

    /// <summary>Whether a fault makes a difference that single precision can hold: to a cell of a layer, a hundred steps of its largest value.</summary>
    private static bool Shows(OnnxModel right, OnnxModel wrong, Activations recorded) => right.Network.Layers.Zip(wrong.Network.Layers).Any(pair =>
    {
        if (pair.First.Inputs.IsEmpty || pair.First.Operator.Forward(recorded.InputsOf(pair.First)) is not { } exact) return false;
        var changed = pair.Second.Operator.Forward(recorded.InputsOf(pair.First))!;
        return exact.Zip(changed).Max(cell => Math.Abs(cell.First - cell.Second)) > 100 * Rounding.Unit * exact.Max(Math.Abs);
    });
}
