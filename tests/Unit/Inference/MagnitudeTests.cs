using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Tests.Operators;
using Convscope.Tests.Unit.Explain;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Every model of every operator on pictures of all magnitudes: whatever its numbers are, the shown ones add up.</summary>
public sealed class MagnitudeTests
{
    private const int CellsOfALayer = 4;

    private static readonly double[] Magnitudes = [1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9, 1e12];

    [Fact]
    public void Ten_thousand_equations_add_up()
    {
        var equations = 0;
        var faults = new List<string>();
        foreach (var (fixture, model) in OperatorFixtures.All.Select(pair => ((string)pair[0], (string)pair[1])))
        {
            using var loaded = OperatorFixtures.Model(fixture, model).Load();
            foreach (var magnitude in Magnitudes)
            {
                var (count, wrong) = Check(loaded, magnitude);
                equations += count;
                faults.AddRange(wrong.Select(fault => $"{fixture}, {model}, at {magnitude:0e+0}: {fault}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(20)));
        Assert.True(equations >= 10_000, $"only {equations} equations were added up");
    }

    private static (int Equations, List<string> Faults) Check(OnnxModel model, double magnitude)
    {
        var picture = Array.ConvertAll(Recompute.Picture(model.Network.Input, seed: 9), value => (float)(value * magnitude));
        var activations = model.Run(picture);
        var random = new Random(31);
        var (equations, faults) = (0, new List<string>());
        foreach (var layer in model.Network.Layers.Where(layer => !layer.Inputs.IsEmpty))
        {
            var (inputs, output) = (activations.InputsOf(layer), activations[layer]);
            if (inputs.Append(output).Any(tensor => !tensor.Values.All(float.IsFinite))) continue;
            for (var i = 0; i < CellsOfALayer; i++)
            {
                var cell = output.Shape.CellAt(random.Next(output.Values.Length));
                if (layer.Operator.Explain(inputs, output, cell) is not { } explanation) continue;
                equations++;
                faults.AddRange(Readding.Faults(explanation, (layer.Operator as IFunctionOfOne)?.Formula)
                    .Select(fault => $"{layer.Id} at {cell}: {fault}"));
            }
        }

        return (equations, faults);
    }
}
