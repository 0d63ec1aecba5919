using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Browser.Hosting;
using Google.Protobuf;

namespace Convscope.Tests.Browser.Live;

/// <summary>Changes to the network in the browser against ONNX Runtime with a file whose weights were changed.</summary>
public sealed class InterventionTests(ScriptBrowser browser) : IClassFixture<ScriptBrowser>
{
    private const string Path = "models/tiny-vgg.onnx";
    private const double Bound = 1e-5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_hundred_at_random_give_what_the_runtime_gives(int seed)
    {
        var file = await File.ReadAllBytesAsync(System.IO.Path.Combine(Repository.Root, Path));
        using var model = Load(file);
        var picture = Recorded.Picture(model.Network, seed);
        Change[] changes = [.. Some(model.Network, new(seed)).Take(100)];
        var computed = await ComputeAsync(new(model, picture), picture, changes);
        for (var i = 0; i < changes.Length; i++)
        {
            var proto = ModelProto.Parser.ParseFrom(file);
            changes[i].Apply(proto);
            using var changed = Load(proto.ToByteArray());
            var reference = new Recorded(changed, picture);
            foreach (var (layer, values) in changed.Network.Layers.Where(layer => changes[i].Seen(layer)).Zip(computed[i].Split(' ')))
            {
                var error = reference.Error(layer, Recorded.Floats(values));
                Assert.True(error <= Bound, $"{changes[i].Told} at '{layer.Id}': {error} of its range");
            }
        }
    }

    private static OnnxModel Load(byte[] file) => OnnxModel.Load(file, new SourceSpan(Path), new());

    /// <summary>One after another in one engine, so that each is computed from what the one before has left; of each the layers that are
    /// compared.</summary>
    private async Task<string[]> ComputeAsync(Recorded recorded, float[] picture, Change[] changes)
    {
        var page = await browser.OpenAsync();
        var given = new
        {
            pack = recorded.Pack, kinds = ScriptBrowser.Kinds, picture = Recorded.Base64(picture),
            all = changes.Select(change =>
                new { told = change.Told, layers = recorded.Network.Layers.Where(change.Seen).Select(layer => layer.Id) }),
        };
        var computed = await page.EvaluateAsync<string[]>(
            """
            async ({ pack, kinds, picture, all }) => {
              const [{ startEngine }, { serve }, { isIntervention }] = await Promise.all(
                ["engine", "serve", "interventions"].map((name) => import(`/js/live/${name}.js`)));
              const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
              const text = ({ buffer, byteOffset, byteLength }) =>
                btoa(Array.from(new Uint8Array(buffer, byteOffset, byteLength), (byte) => String.fromCharCode(byte)).join(""));
              const forwards = {};
              for (const kind of kinds) forwards[kind] = (await import(`/widgets/${kind}/forward.js`)).forward;
              const spawn = () => { throw new Error("modules can't be a worker"); };
              const engine = await startEngine(bytes(pack).buffer, spawn, (port) => serve(port, forwards));
              const tensor = new Float32Array(bytes(picture).buffer);
              const results = [];
              for (const { told, layers } of all) {
                const change = JSON.parse(told);
                if (!isIntervention(engine.graph, change)) throw new Error(`not taken: ${told}`);
                const maps = await engine.run(tensor, [change]);
                results.push(layers.map((id) => text(maps.layer(id))).join(" "));
              }
              engine.close();
              return results;
            }
            """,
            given);
        await page.CloseAsync();
        return computed;
    }

    /// <summary>Changes of every kind, of layers that have a file's weights.</summary>
    private static IEnumerable<Change> Some(NetworkGraph network, Random random)
    {
        Layer[] weighed = [.. network.Layers.Where(layer => layer.Weights.Length == 2)];
        while (true)
        {
            var layer = weighed[random.Next(weighed.Length)];
            var unit = random.Next(layer.Shape.Units);
            var (weights, bias) = (layer.Weights.MaxBy(tensor => tensor.Count)!, layer.Weights.MinBy(tensor => tensor.Count)!);
            var perUnit = (int)weights.Count / layer.Shape.Units;
            var (index, value) = (random.Next(perUnit), (random.NextSingle() * 4) - 2);
            const int Kernel = 9;
            var isSum = layer.Shape.MapSize > 1;
            yield return random.Next(isSum ? 4 : 3) switch
            {
                0 => new(network, layer, new { kind = "weight", layer = layer.Id, unit, index, value },
                    (weights.Name, (unit * perUnit) + index, [value])),
                1 => new(network, layer, new { kind = "bias", layer = layer.Id, unit, value }, (bias.Name, unit, [value])),
                2 => new(network, layer, new { kind = "unit-off", layer = layer.Id, unit },
                    (weights.Name, unit * perUnit, new float[perUnit]), (bias.Name, unit, [0])),
                _ => new(network, layer, new { kind = "kernel", layer = layer.Id, unit, input = index / Kernel, values = Blur },
                    (weights.Name, (unit * perUnit) + (index / Kernel * Kernel), Blur)),
            };
        }
    }

    private static float[] Blur => [0.0625f, 0.125f, 0.0625f, 0.125f, 0.25f, 0.125f, 0.0625f, 0.125f, 0.0625f];

    /// <summary>A change as the engine is told it, and what it comes to in the file.</summary>
    private sealed record Change(NetworkGraph Network, Layer Layer, object Intervention,
        params (string Tensor, int At, float[] Values)[] InFile)
    {
        public string Told => System.Text.Json.JsonSerializer.Serialize(Intervention);

        /// <summary>Whether a layer is compared: the changed one, the next and the last.</summary>
        public bool Seen(Layer layer) => layer.Id == Layer.Id || layer.Inputs.Contains(Layer.Id) || layer.Id == Network.Output.Id;

        public void Apply(ModelProto proto)
        {
            foreach (var (name, at, values) in InFile)
            {
                var tensor = proto.Graph.Initializer.Single(one => one.Name == name);
                var bytes = tensor.RawData.ToByteArray();
                for (var i = 0; i < values.Length; i++) BitConverter.TryWriteBytes(bytes.AsSpan((at + i) * sizeof(float)), values[i]);
                tensor.RawData = ByteString.CopyFrom(bytes);
            }
        }
    }
}
