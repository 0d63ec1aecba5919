using System.Globalization;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>How a model learned, where a folder beside it says so.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class LearningTests(DefaultSite site)
{
    private const string Curves = "loss: {training: [1.2, 1], held_out: [1.3, 1.1]}\naccuracy: {training: [0.3, 0.5], held_out: [0.2, 0.4]}\n";
    private const string Record = "rate: 0.01\nbatch: 8\npictures: 90\nmeasured: 30\n" + Curves;
    private const string Both = "checkpoints:\n- {epoch: 0, file: a.onnx}\n- {epoch: 1, file: b.onnx}\n";

    [Theory]
    [InlineData("learn")]
    [InlineData("zh/learn")]
    public void AStepOfTheLessonCanBeWorkedOutFromItsPage(string folder)
    {
        using var page = Html.Open(site.PathOf($"{folder}/learning/index.html"));
        var steps = page.QuerySelectorAll(".figure-step .descent");
        Assert.Equal(2, steps.Length);
        var rate = double.NaN;
        foreach (var step in steps)
        {
            var lines = step.QuerySelectorAll("dd")
                .Select(line => line.QuerySelectorAll("data").Select(data => data.TextContent).ToArray()).ToArray();
            Follows(lines[0][2], Shown(lines[0][0]) - Shown(lines[0][1]));
            Follows(lines[1][2], Shown(lines[1][0]) * Shown(lines[1][1]));
            Follows(lines[2][3], Shown(lines[2][0]) - (Shown(lines[2][1]) * Shown(lines[2][2])));
            Assert.Equal(lines[0][2], lines[1][0]);
            Assert.Equal(lines[1][2], lines[2][2]);
            rate = Shown(lines[2][1]);
        }

        Assert.Contains(page.QuerySelectorAll("p data"), data =>
            data.GetAttribute("value") == rate.ToString("R", CultureInfo.InvariantCulture));
        var losses = page.QuerySelectorAll(".descent-loss data").Select(data => data.TextContent).ToArray();
        Follows(losses[1], -Math.Log(Shown(losses[0])));
        Follows(losses[3], -Math.Log(Shown(losses[2])));
        Assert.True(Shown(losses[3]) < Shown(losses[1]), "the step makes the loss smaller");
    }

    [Fact]
    public void AllStatesStandOnThePageWithoutAScript()
    {
        using var page = Html.Open(site.PathOf("learn/learning/index.html"));
        var states = page.QuerySelectorAll(".epoch");
        Assert.Equal(["0", "1", "2", "4", "8", "16"], states.Select(state => state.GetAttribute("data-epoch")));
        Assert.All(states, state =>
        {
            Assert.All(state.QuerySelectorAll("img"), image =>
                Assert.True(File.Exists(site.PathOf(image.GetAttribute("src")!.Replace("../../", "", StringComparison.Ordinal)))));
            Assert.Single(state.QuerySelectorAll(".fig-shares .top"));
        });
        Assert.True(page.QuerySelector(".epochs-control")!.HasAttribute("hidden"));

        // The shipped weights are those of another run, and the page says so.
        Assert.Contains("trained separately", page.QuerySelector(".figure-epochs .note")!.TextContent);
        Assert.Equal(17, page.QuerySelectorAll(".figure-curves")[0].QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void AModelWithAHistoryHasTheChapterAndOneWithoutHasNone()
    {
        using var own = With(Record + Both);
        var model = File.ReadAllBytes(Repository.Model("small"));
        own.Write("models/net.history/a.onnx", model);
        own.Write("models/net.history/b.onnx", model);
        own.Write("content/en/one.md", "---\ntitle: One\nneeds: [history]\n---\n\nBy :value{learning name=accuracy}.\n\n::: epochs\n:::\n");
        own.Built();
        using (var page = Html.Open(Path.Combine(own.Output, "learn/one/index.html")))
        {
            Assert.Contains("By 40.0 %.", page.Body!.TextContent);
            Assert.Contains("The last state is the network of this site", page.QuerySelector(".figure-epochs")!.TextContent);
        }

        // A checkpoint that is another network is told with its place.
        own.Write("models/net.history/b.onnx", File.ReadAllBytes(Repository.Model("residual")));
        own.Fails(1, ["models/net.history/history.yaml:9:", "'b.onnx' isn't the model after epoch 1"]);

        Directory.Delete(own.PathOf("models/net.history"), true);
        own.Write("content/en/two.md", "---\ntitle: Two\n---\n\n[How it learned](one.md)\n");
        own.Built();
        Assert.False(File.Exists(Path.Combine(own.Output, "learn/one/index.html")));
        Assert.DoesNotContain("learn/one/", own.Page("learn/two/index.html"));
    }

    [Theory]
    [InlineData("rate: -1\n", "'rate' must be a number above 0")]
    [InlineData("rate: 0.1\nbatch: 8\npictures: 9\nmeasured: 3\n" + Both, "four lists of the same length")]
    [InlineData(Record + "checkpoints: [{epoch: 0, file: a.onnx}]\n", "at least two")]
    [InlineData(Record + "checkpoints: [{epoch: 0, file: a.onnx}, {epoch: 2, file: b.onnx}]\n", "from 1 to 1")]
    [InlineData(Record + "checkpoints: [{epoch: 0, file: ../net.onnx}, {epoch: 1, file: b.onnx}]\n", "in the same folder")]
    [InlineData(Record + Both, "models/net.history/a.onnx'")]
    [InlineData(Record + Both + "speed: 3\n", "unknown key 'speed'")]
    public void AWrongRecordIsToldWithItsPlace(string record, string says)
    {
        using var own = With(record);
        own.Fails(1, ["models/net.history/history.yaml:", says]);
    }

    private static TempSite With(string record)
    {
        var own = new TempSite();
        own.Write("models/net.history/history.yaml", record);
        return own;
    }

    private static double Shown(string text) => double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    /// <summary>Within one unit of the last digit shown.</summary>
    private static void Follows(string shown, double computed)
    {
        var point = shown.IndexOf('.', StringComparison.Ordinal);
        Assert.Equal(computed, Shown(shown), 1.001 * Math.Pow(10, point < 0 ? 0 : point + 1 - shown.Length));
    }
}
