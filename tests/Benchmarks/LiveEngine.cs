using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Convscope.Benchmarks;

/// <summary>The engine of a built site in a browser without windows: what a picture takes there.</summary>
internal static class LiveEngine
{
    private const int Runs = 300;

    /// <summary>Loads the engine as a page does, and runs pictures that all differ, and then changes of one.</summary>
    /// <param name="site">The built site's folder.</param>
    /// <param name="browser">The browser's program.</param>
    /// <returns>The figures, a line each.</returns>
    public static async Task<string> MeasureAsync(string site, string browser)
    {
        var engine = Directory.EnumerateFiles(Path.Combine(site, "assets"), "engine.js", SearchOption.AllDirectories).Single();
        var figures = new TaskCompletionSource<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/", () => Results.Content(Page(Path.GetRelativePath(site, engine).Replace('\\', '/')), "text/html"));
        app.MapGet("/figures", (string told) => figures.TrySetResult(told));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(site) });
        await app.StartAsync();
        using var process = Process.Start(browser, ["--no-sandbox", "--disable-gpu", app.Urls.First()]);
        try
        {
            return await figures.Task.WaitAsync(TimeSpan.FromMinutes(5));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Page(string engine) =>
        $$"""
        <!doctype html><script src="/{{engine}}"></script><script>
        const load = async (route) => {
          const script = Object.assign(document.createElement("script"), { src: "/" + route });
          await new Promise((done) => { script.onload = done; document.head.append(script); });
          const packed = Uint8Array.from(atob(Object.values(convscopeData)[0]), (character) => character.charCodeAt(0));
          const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
          return new Uint8Array(await new Response(bytes).arrayBuffer());
        };
        const line = (name, all) => {
          all.sort((a, b) => a - b);
          return `${name} ${all[all.length >> 1].toFixed(2)} ms, 95th percentile ${all[Math.floor(all.length * 0.95)].toFixed(2)} ms`;
        };
        const times = async (run) => {
          const [own, all] = [[], []];
          for (let i = 0; i < {{Runs}}; i++) {
            const began = performance.now();
            own.push((await run(i)).milliseconds);
            all.push(performance.now() - began);
          }
          return [own, all];
        };
        (async () => {
          const began = performance.now();
          const { engine } = await convscopeLive.open(load);
          const [input, first] = engine.graph.layers;
          const picture = (i) => Float32Array.from({ length: input.shape.reduce((a, b) => a * b) }, (_, at) => Math.sin(at * 1.1 + i));
          const answer = await engine.run(picture(0), []);
          const told = [`from nothing to the first answer ${(performance.now() - began).toFixed(0)} ms`];
          const pictures = await times((i) => engine.run(picture(i), []));
          told.push(line("a picture, all maps", pictures[0]), line("with the way to the page", pictures[1]));
          const changes = await times((i) => engine.run(picture(0), [{ kind: "unit-off", layer: first.id, unit: i % first.shape[0] }]));
          told.push(line("a unit of the first layer switched off", changes[0]));
          fetch("/figures?told=" + encodeURIComponent(told.join("\n")));
        })();
        </script>
        """;
}
