using Convscope.Core.Fields;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference;

namespace Convscope.Tests.Unit.Fields;

/// <summary>What every cell depends on, found by trying: one pixel of a black picture after the other is lit, and the runtime says what
/// changes.</summary>
internal static class Perturbation
{
    /// <summary>
    /// Compares every cell of a network whose weights are all above zero; false where it can't be tried, since a black picture already
    /// gives numbers, or a layer isn't explained.
    /// </summary>
    public static bool Compare(OnnxModel model)
    {
        var (network, picture) = (model.Network, model.Network.Input.Shape);
        var still = model.Run(new float[picture.Count]);
        if (network.Layers.Any(layer => layer.Operator is Unexplained || still[layer].Values.Any(value => value != 0))) return false;
        var reached = network.Layers.ToDictionary(layer => layer.Id, layer => new List<(int Row, int Column)>[layer.Shape.Count]);
        for (var pixel = 0; pixel < picture.MapSize; pixel++)
        {
            var lit = new float[picture.Count];
            for (var channel = 0; channel < picture.Units; channel++) lit[(channel * picture.MapSize) + pixel] = 1;
            var run = model.Run(lit);
            foreach (var layer in network.Layers)
            {
                var values = run[layer].Values;
                for (var i = 0; i < values.Length; i++)
                {
                    if (values[i] != 0) (reached[layer.Id][i] ??= []).Add((pixel / picture.Width, pixel % picture.Width));
                }
            }
        }

        foreach (var layer in network.Layers) Compare(network, layer, reached[layer.Id]);
        return true;
    }

    private static void Compare(NetworkGraph network, Layer layer, List<(int Row, int Column)>?[] reached)
    {
        for (var i = 0; i < reached.Length; i++)
        {
            var cell = layer.Shape.CellAt(i);
            var field = network.Fields[layer][cell.Unit];
            var (said, pixels) = (field.At(cell.Row, cell.Column), reached[i]);
            PixelBox? tried = pixels is null ? null : new(pixels.Min(pixel => pixel.Row), pixels.Min(pixel => pixel.Column),
                pixels.Max(pixel => pixel.Row), pixels.Max(pixel => pixel.Column));
            Assert.False(field.IsAtMost, $"{layer.Id} isn't known");
            Assert.True(tried == said.Pixels, $"{layer.Id} at {cell}: {tried} is reached, {said.Pixels} is said");
            if (tried is { } box && !said.HasGaps)
                Assert.True(pixels!.Count == box.Height * box.Width, $"{layer.Id} at {cell}: {box} has gaps, and none is said");
            if (tried is { } whole && said.HasGaps && field.Terms is [{ HasHoles: false }])
                Assert.True(pixels!.Count < whole.Height * whole.Width, $"{layer.Id} at {cell}: {whole} has no gaps");
        }
    }
}
