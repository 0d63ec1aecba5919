using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Convscope.Tests.Unit.Explain;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Two of our networks, quantised in both ways, against their float originals and against ONNX Runtime; their equations added up
/// again.</summary>
public sealed class QuantisedNetworkTests
{
    private const int Pictures = 6;

    private static readonly ParallelOptions Threads = new() { MaxDegreeOfParallelism = 1 };

    [Theory]
    [InlineData("models/tiny-vgg.onnx", true)]
    [InlineData("models/tiny-vgg.onnx", false)]
    [InlineData("tests/fixtures/models/residual.onnx", true)]
    [InlineData("tests/fixtures/models/residual.onnx", false)]
    public void It_answers_as_its_original_and_every_layer_is_explained(string path, bool isWhole)
    {
        using var original = Load(path, out var file);
        using var quantised = Quantised(original, file, isWhole);
        Assert.All(quantised.Network.Layers, layer => Assert.False(layer.Operator is IUnexplained, layer.Id));
        Assert.True(quantised.Network.Layers.Length <= original.Network.Layers.Length + 3,
            string.Join(" ", quantised.Network.Layers.Select(layer => layer.Id)));
        var (same, errors) = (0, new List<LayerError>());
        for (var seed = 0; seed < Pictures; seed++)
        {
            var picture = Recompute.Picture(original.Network.Input, seed);
            var (real, whole) = (original.Run(picture), quantised.Run(picture));
            var (expected, given) = (real[original.Network.Output].Values, whole[quantised.Network.Output].Values);
            if (Array.IndexOf(expected, expected.Max()) == Array.IndexOf(given, given.Max())) same++;
            Assert.All(expected.Zip(given), pair => Assert.InRange(pair.Second, pair.First - 0.1f, pair.First + 0.1f));
            errors.AddRange(LayerError.Measure(quantised.Network, whole, $"{seed}", Threads));
        }

        Assert.True(same >= Pictures - 1, $"{same} of {Pictures} answers are the same");
        Assert.All(errors, error => Assert.True(error.IsWithin, $"{error.Layer}: {error.OfBound} of its bound"));
        if (!isWhole) return;
        var stored = quantised.Network.Layers.Where(layer => layer.Operator is IStores { Stores: not null }).Select(layer => layer.Id)
            .ToHashSet();
        Assert.NotEmpty(stored);
        Assert.All(errors.Where(error => stored.Contains(error.Layer)), error => Assert.Equal(0, error.Absolute));
    }

    [Fact]
    public void Ten_thousand_equations_in_whole_numbers_add_up_exactly()
    {
        var count = new Count();
        foreach (var path in new[] { "models/tiny-vgg.onnx", "tests/fixtures/models/residual.onnx" })
        {
            using var original = Load(path, out var file);
            foreach (var isWhole in new[] { true, false })
            {
                using var model = Quantised(original, file, isWhole);
                AddUp(model, count, cells: 350);
            }
        }

        foreach (var (fixture, name) in OperatorFixtures.All.Select(pair => ((string)pair[0], (string)pair[1])))
        {
            using var model = OperatorFixtures.Model(fixture, name).Load();
            if (model.Network.Layers.Any(layer => layer.Operator is IStores)) AddUp(model, count, cells: 60);
        }

        Assert.True(count.Faults.Count == 0, string.Join("\n", count.Faults.Take(10)));
        Assert.True(count.Equations >= 10_000, $"only {count.Equations} equations");
        Assert.True(count.Ties >= 300, $"only {count.Ties} at a tie");
        Assert.True(count.Saturated >= 300, $"only {count.Saturated} saturated");
    }

    private sealed class Count
    {
        public int Equations { get; set; }

        public int Ties { get; set; }

        public int Saturated { get; set; }

        public List<string> Faults { get; } = [];
    }

    /// <summary>Adds up cells of every layer in whole numbers.</summary>
    private static void AddUp(OnnxModel model, Count count, int cells)
    {
        var random = new Random(5);
        var activations = model.Run(Recompute.Picture(model.Network.Input, seed: 2));
        foreach (var layer in model.Network.Layers.Where(layer => layer.Operator is IStores))
        {
            var (inputs, output) = (activations.InputsOf(layer), activations[layer]);
            for (var i = 0; i < cells; i++)
            {
                var e = layer.Operator.Explain(inputs, output, output.Shape.CellAt(random.Next(output.Values.Length)))!;
                count.Equations++;
                count.Faults.AddRange(Readding.Faults(e, (layer.Operator as IFunctionOfOne)?.Formula).Select(fault =>
                    $"{layer.Id}: {fault}"));
                if (!e.Extras.TryGetValue("scaled", out var scaled)) continue;
                if (Math.Abs(scaled.Value - Math.Floor(scaled.Value) - 0.5) < 1e-9) count.Ties++;
                if (e.Extras["rounded"].Exact + e.Extras["offset"].Exact != e.Result.Exact) count.Saturated++;
            }
        }
    }

    private static OnnxModel Load(string path, out ModelProto file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Fixture.PathOf("../../.."), path));
        file = ModelProto.Parser.ParseFrom(bytes);
        return OnnxModel.Load(bytes, new SourceSpan(path), new());
    }

    /// <summary>The network quantised by what its layers gave on some pictures.</summary>
    private static OnnxModel Quantised(OnnxModel original, ModelProto file, bool isWhole)
    {
        var ranges = new Dictionary<string, (float Low, float High)>();
        for (var seed = 0; seed < Pictures; seed++)
        {
            var run = original.Run(Recompute.Picture(original.Network.Input, seed));
            foreach (var layer in original.Network.Layers)
            {
                var name = layer.Inputs.IsEmpty ? file.Graph.Input[0].Name : layer.Name;
                var (low, high) = ranges.GetValueOrDefault(name, (0, 0));
                ranges[name] = (Math.Min(low, run[layer].Finite.Minimum), Math.Max(high, run[layer].Finite.Maximum));
            }
        }

        return OnnxModel.Load(QuantisedExport.Of(file, ranges, isWhole).ToByteArray(), new SourceSpan("models/quantised.onnx"), new());
    }
}
