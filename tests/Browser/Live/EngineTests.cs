using System.Text.Json;
using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;

namespace Convscope.Tests.Browser.Live;

/// <summary>The engine of the default site, started on its pages as they are built.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class EngineTests(BrowserFixture fixture)
{
    /// <summary>What pages do when a picture is live, and the recorded numbers of a picture by layer.</summary>
    private static readonly string Script = Modules("js/data.js") +
        """
        const open = async () => {
          await runScript(document.body.dataset.root + document.body.dataset.engine);
          return globalThis.convscopeLive.open(loadPayload);
        };
        const recorded = async (layers) => new Map(await Promise.all(layers.map(async ({ layer, units }) =>
          [layer, await Promise.all(units.map((unit) => (unit.data ? loadNumbers(unit.data) : null)))])));
        const tensorOf = (channels) => Float32Array.from(channels.flatMap((channel) => [...channel]));
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recorded_picture_gives_the_recorded_maps(bool asFile)
    {
        var image = FirstPicture();
        var route = image.GetProperty("url").GetString()!;
        await using var site = await fixture.NewPage();
        await site.OpenAsync(asFile ? fixture.FileUrl(route) : fixture.Url(route));
        var measured = await site.Page.EvaluateAsync<JsonElement>(
            $$"""
            async (given) => {
              {{Script}}
              const layers = JSON.parse(given);
              const { engine } = await open();
              const maps = await recorded(layers);
              const live = await engine.run(tensorOf(maps.get(layers[0].layer)), []);
              const errors = layers.map(({ layer }) => {
                const numbers = maps.get(layer).flatMap((map, unit) => (map ? [...map].map((value, i) => [value, live.maps(layer, unit)[i]]) : []));
                const [low, high] = numbers.reduce(([a, b], [value]) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
                const error = numbers.reduce((most, [value, other]) => Math.max(most, Math.abs(value - other)), 0);
                return { layer, count: numbers.length, ofRange: error / (high - low || 1) };
              });
              return { errors, isInWorker: engine.isInWorker, stops: engine.graph.stops };
            }
            """,
            image.GetProperty("layers").GetRawText());
        Assert.True(measured.GetProperty("isInWorker").GetBoolean());
        Assert.Equal(0, measured.GetProperty("stops").GetArrayLength());
        Assert.All(measured.GetProperty("errors").EnumerateArray(), layer =>
            Assert.True(layer.GetProperty("ofRange").GetDouble() <= 1e-5, $"{layer}"));
        Assert.True(measured.GetProperty("errors").EnumerateArray().Sum(layer => layer.GetProperty("count").GetInt32()) > 100_000);
        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task Without_a_worker_the_page_computes_the_same()
    {
        await using var site = await OverviewAsync();
        var areSame = await site.Page.EvaluateAsync<bool>(
            $$"""
            async () => {
              {{Script}}
              const { engine: one } = await open();
              const tensor = Float32Array.from({ length: 64 * 64 * 3 }, (_, i) => Math.sin(i));
              const output = one.graph.output;
              const first = (await one.run(tensor, [])).layer(output);
              globalThis.Worker = undefined;
              const { engine: other } = await open();
              const second = (await other.run(tensor, [])).layer(output);
              return one.isInWorker && !other.isInWorker && first.length > 0 && first.every((value, i) => value === second[i]);
            }
            """);
        Assert.True(areSame);
        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_worker_that_dies_is_told_and_nothing_is_waited_for()
    {
        await using var site = await OverviewAsync();
        var told = await site.Page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              {{Script}}
              let worker;
              const Given = globalThis.Worker;
              globalThis.Worker = class extends Given { constructor(url) { super(url); worker = this; } };
              const { engine } = await open();
              const tensor = new Float32Array(64 * 64 * 3);
              const say = (promise) => promise.then(() => "done", (error) => error.message);
              worker.terminate();
              const waiting = say(engine.run(tensor, []));
              worker.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
              return [await waiting, await say(engine.run(tensor, []))];
            }
            """);
        Assert.Equal(["out of memory", "out of memory"], told);
        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task Of_runs_that_wait_the_latest_is_done_and_one_that_was_cancelled_is_not()
    {
        await using var site = await OverviewAsync();
        var given = await site.Page.EvaluateAsync<bool[]>(
            $$"""
            async () => {
              {{Script}}
              const { engine } = await open();
              const tensor = Float32Array.from({ length: 64 * 64 * 3 }, (_, i) => Math.cos(i));
              const cancelled = new AbortController();
              const first = engine.run(tensor, [], { signal: cancelled.signal });
              cancelled.abort();
              const others = [1, 2, 3].map((value) => engine.run(tensor, [{ kind: "bias", layer: engine.graph.layers[1].id, unit: 0, value }]));
              await first;
              return Promise.all(others.map(async (run) => (await run) !== null));
            }
            """);
        Assert.True(given[^1]);
        site.Recorder.AssertClean();
    }

    private async Task<SitePage> OverviewAsync()
    {
        var site = await fixture.NewPage();
        await site.OpenAsync(fixture.FileUrl(FirstPicture().GetProperty("url").GetString()!));
        return site;
    }

    private JsonElement FirstPicture()
    {
        using var json = JsonDocument.Parse(fixture.Site.Read("site.json"));
        return json.RootElement.GetProperty("images")[0].Clone();
    }

    /// <summary>A module's text as statements of a function.</summary>
    private static string Modules(string path) =>
        ModuleWords().Replace(File.ReadAllText(Path.Combine(Repository.Root, "templates", path)), "");

    [GeneratedRegex(@"^(import .*\n|export )", RegexOptions.Multiline)]
    private static partial Regex ModuleWords();
}
