using System.Globalization;
using AngleSharp.Html.Parser;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Shared;
using Microsoft.Playwright;
using static Convscope.Tests.Browser.Hosting.TryPages;

namespace Convscope.Tests.Browser.Live;

/// <summary>Equations of pictures that no build has seen, with a network that was changed: a reader adds them up again, at any
/// cell.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LiveEquationTests(BrowserFixture browser)
{
    private const int Cells = 150;

    private static readonly string[] Kernels = ["zero", "blur", "edge", "sharpen", "random"];

    /// <summary>Half of them here, of the default network; the others are those of <see cref="FixtureMovesTests"/>.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Two_thousand_add_up_after_changes_at_random(int seed)
    {
        var random = new Random(seed);
        using var model = OnnxModel.Load(
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "models", "tiny-vgg.onnx")), new SourceSpan("tiny-vgg.onnx"), new());
        var network = model.Network;
        await using var page = await browser.NewPage();
        var count = 0;
        for (var turn = 0; count < 2000; turn++)
        {
            var layer = network.Layers[random.Next(network.Layers.Length)];
            if (layer.Shape.IsVector && layer.Shape.Units > 100) continue;
            string[] changes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Change(random))];
            var fragment = $"picture={PackedPictures.Random(64, 64, random)}&do={Uri.EscapeDataString(string.Join("**", changes))}";
            var told = $"{layer.Id}/{random.Next(layer.Shape.Units)}";
            await page.Page.GotoAsync("about:blank");
            await page.Page.GotoAsync(browser.Url($"ladybug/{told}/index.html#{fragment}"));
            await UntilAsync(page.Page, "ready");
            var (height, width) = (layer.Shape.Height, layer.Shape.Width);
            count += await LiveEquations.AssertAddUpAsync(page.Page, height, width, Cells, random, $"{told} after {string.Join(", ", changes)}");
        }

        page.Recorder.AssertClean();
    }

    private static string Change(Random random)
    {
        string[] layers = ["conv_1_1", "conv_1_2", "conv_2_1", "conv_2_2"];
        var (layer, unit, value) = (layers[random.Next(4)], random.Next(10), Math.Round((random.NextDouble() * 6) - 3, 3));
        var input = random.Next(layer == "conv_1_1" ? 3 : 10);
        FormattableString change = random.Next(6) switch
        {
            0 => $"off*{layer}*{unit}",
            1 => $"bias*{layer}*{unit}*{value}",
            2 => $"weight*{layer}*{unit}*{input}*{random.Next(3)}*{random.Next(3)}*{value}",
            3 => $"kernel*{layer}*{unit}*{input}*{Kernels[random.Next(Kernels.Length)]}",
            4 => $"add*output*{unit}*{value}",
            _ => $"patch*{random.Next(60)}*{random.Next(60)}*{random.Next(1, 30)}*{random.Next(1, 30)}",
        };
        return change.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Equations of a live page, at many of its cells.</summary>
internal static class LiveEquations
{
    /// <summary>Goes to cells at random, and adds up what stands there.</summary>
    /// <returns>How many equations were added up.</returns>
    public static async Task<int> AssertAddUpAsync(IPage page, int height, int width, int most, Random random, string told)
    {
        int[][] cells = height * width <= most
            ? [.. from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select new[] { y, x }]
            : [.. Enumerable.Range(0, most).Select(_ => new[] { random.Next(height), random.Next(width) })];
        var equations = await page.EvaluateAsync<string[]>(
            """
            (cells) => cells.map(([y, x]) => {
              const fragment = new URLSearchParams(location.hash.slice(1));
              fragment.set("y", y);
              fragment.set("x", x);
              history.replaceState(null, "", `#${fragment}`);
              dispatchEvent(new HashChangeEvent("hashchange", { oldURL: location.href, newURL: location.href }));
              const shown = [...document.querySelectorAll("[data-equation]")].filter((one) => one.offsetParent);
              return shown.map((one) => one.outerHTML).join("");
            })
            """,
            cells);
        var parser = new HtmlParser();
        for (var i = 0; i < cells.Length; i++)
        {
            var problems = EquationChecker.Check(parser.ParseDocument(equations[i]));
            Assert.True(problems.Count == 0, $"{told} at {cells[i][0]}, {cells[i][1]}: {string.Join("; ", problems.Take(3))}");
        }

        return equations.Count(equation => equation.Length > 0);
    }
}
