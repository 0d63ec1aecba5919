using Convscope.Core.Network;
using Convscope.Inference;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Compares what ONNX Runtime recorded with our own forward pass.</summary>
internal static class Recompute
{
    /// <summary>A picture that is the same every time, with values from -0.5 to 1.</summary>
    public static float[] Picture(Layer input, int seed = 3)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, input.Shape.Count).Select(_ => (random.NextSingle() * 1.5f) - 0.5f)];
    }

    /// <summary>Checks every layer but the input, within a share of the layer's range; each must be explained unless named.</summary>
    public static Activations Check(OnnxModel model, float[]? picture = null, double tolerance = 1e-5, params string[] unexplained)
    {
        var activations = model.Run(picture ?? Picture(model.Network.Input));
        foreach (var layer in model.Network.Layers.Skip(1))
        {
            var recorded = activations[layer].Values;
            var own = layer.Operator.Forward(activations.InputsOf(layer));
            if (unexplained.Contains(layer.Id))
            {
                Assert.Null(own);
                continue;
            }

            Assert.True(own is not null, $"'{layer.Id}' isn't explained");
            Assert.Equal(recorded.Length, own.Length);
            var range = Math.Max(recorded.Max() - recorded.Min(), Math.Max(Math.Abs(recorded.Max()), 1e-6f));
            for (var i = 0; i < own.Length; i++)
                Assert.True(Math.Abs(own[i] - recorded[i]) <= tolerance * range, $"'{layer.Id}' at {i}: {own[i]} against {recorded[i]}");
        }

        return activations;
    }
}
