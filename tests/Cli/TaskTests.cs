using System.Text.Json;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Probabilities are shown where they are, or are asked for; a network that ends in numbers shows numbers.</summary>
public sealed class TaskTests
{
    [Fact]
    public void ARegressorShowsItsNumbersEverywhere()
    {
        using var site = Ending("out", 12);
        var result = site.Built();
        Assert.Contains("shown as 12 numbers", result.Output);
        Assert.Contains("--task regressor", result.Output);
        foreach (var route in new[] { "index.html", "red/index.html", "red/out/index.html", "red/out/3/index.html" })
        {
            var text = Html.Parse(site.Page(route)).Body!.TextContent;
            Assert.DoesNotContain("The network says", text);
            Assert.DoesNotContain("class 3", text);
            Assert.DoesNotContain("full bar", text);
        }

        Assert.Contains("The network gives 12 numbers from ", Html.Parse(site.Page("red/index.html")).QuerySelector("h1")!.TextContent);
        Assert.Contains("12 numbers from", Html.Parse(site.Page("index.html")).QuerySelector(".cards")!.TextContent);
        Assert.Equal(12, Html.Parse(site.Page("red/index.html")).QuerySelectorAll(".network .numbers li .share").Length);
        var json = Json(site);
        Assert.Equal(("regressor", "none"), (json.GetProperty("model").GetProperty("task").GetString(), json.GetProperty("model")
            .GetProperty("probabilities").GetString()));
        var image = json.GetProperty("images")[0];
        Assert.Equal(0, image.GetProperty("probabilities").GetArrayLength());
        Assert.Equal(12, image.GetProperty("numbers").GetArrayLength());
        Assert.Empty(JsonSchema.Problems(json, JsonDocument.Parse(site.Page("schema/site.json")).RootElement));
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
    }

    [Fact]
    public void NamedNumbersAreNamed()
    {
        using var site = Ending("out", 2, "labels: [age, yaw]\ntask: regressor\n");
        Assert.DoesNotContain("shown as", site.Built().Output);
        Assert.Matches(@"The network gives age \S+, yaw \S+\.", Html.Parse(site.Page("red/index.html")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void ADerivedSoftmaxWithoutLabelsIsSaidToDependOnLogits()
    {
        using var site = Ending("out", 10);
        var result = site.Built();
        Assert.Contains("if these are logits", result.Output);
        Assert.Contains("--probabilities none", result.Output);
        foreach (var route in new[] { "index.html", "red/index.html", "try/index.html" })
            Assert.Contains("if these are logits", Html.Parse(site.Page(route)).Body!.TextContent);
        foreach (var route in new[] { "red/softmax/index.html", "red/softmax/0/index.html" })
            Assert.Contains("if the numbers before it are logits", Html.Parse(site.Page(route)).Body!.TextContent);
        Assert.Equal("assumed", Json(site).GetProperty("model").GetProperty("probabilities").GetString());

        site.Write("models/net.yaml", "task: classifier\n");
        Assert.DoesNotContain("if these are logits", site.Built().Output + site.Page("red/index.html"));
        Assert.DoesNotContain("The network says", site.Built("--probabilities", "none").Output + site.Page("red/index.html"));
        site.Built("--probabilities", "sigmoid");
        Assert.True(File.Exists(site.PathOf("output/red/sigmoid/0/index.html")));
    }

    [Fact]
    public void SigmoidsOfARegressorAreNumbers()
    {
        using var site = Ending("raw", 2, "task: regressor\n", "Sigmoid");
        site.Built();
        var page = Html.Parse(site.Page("red/index.html"));
        Assert.Contains("The network gives 0.", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll("[data-layer=out] .share"), share => Assert.DoesNotContain("%", share.TextContent));
    }

    [Fact]
    public void InspectSaysWhatTheOutputIsAndHowThatIsKnown()
    {
        using var site = Ending("landmarks", 10);
        var result = Shell.Run("inspect", site.PathOf("models/net.onnx"));
        Assert.Contains("regressor: something at its end is called 'landmarks'", result.Output);
        var output = JsonDocument.Parse(Shell.Run("inspect",
            site.PathOf("models/net.onnx"), "--json", "--task", "classifier").Output).RootElement.GetProperty("output");
        Assert.Equal(("softmax", "classifier", "derived"),
            (output.GetProperty("layer").GetString(), output.GetProperty("task").GetString(), output.GetProperty("probabilities")
            .GetString()));
    }

    [Fact]
    public void AnInputThatNothingReadsIsNotAsked()
    {
        using var site = new TempSite(metadata: null);
        var model = Model("out", 12).Input("keras_learning_phase", Convscope.Inference.Onnx.TensorProto.Types.DataType.Float, 1);
        site.Write("models/net.onnx", model.Output("out").Model.ToByteArray());
        site.Built();
        Assert.Contains("drop-input: keras_learning_phase: nothing reads this input",
            Shell.Run("inspect", site.PathOf("models/net.onnx")).Output);
    }

    private static JsonElement Json(TempSite site) => JsonDocument.Parse(site.Page("site.json")).RootElement;

    private static ModelBuilder Model(string name, int units) =>
        new ModelBuilder().Input(1, 3, 3, 3).Node("Flatten", "image", "flat").Weights("w", 27, units).Node("Gemm", "flat w", name);

    private static TempSite Ending(string name, int units, string? metadata = null, string? last = null)
    {
        var site = new TempSite(metadata: metadata);
        var model = Model(name, units);
        site.Write("models/net.onnx", (last is null
            ? model.Output(name) : model.Node(last, name, "out").Output("out")).Model.ToByteArray());
        return site;
    }
}
