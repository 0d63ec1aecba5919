using System.Runtime.InteropServices;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Site.Live;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Live;

/// <summary>A network and what ONNX Runtime recorded of it for a picture, as a page takes it.</summary>
internal sealed class Recorded
{
    private readonly Activations _activations;

    public Recorded(OnnxModel model, float[] picture) => (Network, _activations) = (model.Network, model.Run(picture));

    public NetworkGraph Network { get; }

    public string Pack => Convert.ToBase64String(NetworkPack.Of(Network));

    public float[] Of(Layer layer) => _activations[layer].Values;

    /// <summary>A picture that is the same every time, with values from -0.5 to 1.</summary>
    public static float[] Picture(NetworkGraph network, int seed = 3)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, network.Input.Shape.Count).Select(_ => (random.NextSingle() * 1.5f) - 0.5f)];
    }

    public static string Base64(float[] numbers) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(numbers));

    public static float[] Floats(string base64) => [.. MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(base64))];

    /// <summary>Has a page compute every layer, each from what was recorded of its inputs; a layer that no script computes is
    /// null.</summary>
    public async Task<IReadOnlyDictionary<string, float[]?>> ComputeAsync(IPage page)
    {
        var given = new { pack = Pack, kinds = ScriptBrowser.Kinds, recorded = Network.Layers.Select(layer => Base64(Of(layer))) };
        var computed = await page.EvaluateAsync<string?[]>(
            """
            async ({ pack, kinds, recorded }) => {
              const { readNetwork, forwardOf } = await import("/js/live/network.js");
              const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
              const text = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
              const forwards = {};
              for (const kind of kinds) forwards[kind] = (await import(`/widgets/${kind}/forward.js`)).forward;
              const { layers } = readNetwork(bytes(pack));
              const inputs = new Map(layers.map(({ id, shape }, i) => [id, { data: new Float32Array(bytes(recorded[i]).buffer), shape }]));
              return layers.map(({ kind, op, inputs: ids }) => {
                const forward = ids.length > 0 && forwardOf(kind, op, forwards);
                return forward ? text(new Uint8Array(forward(ids.map((id) => inputs.get(id)), op).buffer)) : null;
              });
            }
            """,
            given);
        return Network.Layers.Zip(computed).ToDictionary(pair => pair.First.Id, pair => pair.Second is null ? null : Floats(pair.Second));
    }

    /// <summary>The largest difference as a share of a layer's range; nothing computed is infinitely far.</summary>
    public double Error(Layer layer, float[]? computed)
    {
        var recorded = Of(layer);
        if (computed is null || computed.Length != recorded.Length) return double.PositiveInfinity;
        float[] finite = [.. recorded.Where(float.IsFinite)];
        if (finite.Length == 0) return 0;
        var range = Math.Max(finite.Max() - finite.Min(), Math.Max(finite.Max(Math.Abs) / 100, 1e-30));
        return recorded.Zip(computed, (a, b) => a.Equals(b) || a == b ? 0 : Math.Abs((double)a - b))
            .Max(difference => double.IsNaN(difference) ? double.PositiveInfinity : difference) / range;
    }
}
