using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>What a site says of a network's output: derived probabilities, yes or no, several labels at once; and networks that are no
/// CNN.</summary>
public sealed class HeadTests
{
    [Fact]
    public void ProbabilitiesThatTheFileLacksAreCalledDerived()
    {
        using var site = Site(Flat().Weights("w", 27, 3).Node("Gemm", "flat w", "scores").Output("scores"));
        Assert.Contains("Derived: not part of the model’s file.", site.Page("red/softmax/index.html"));
        Assert.Contains("Derived: not part of the model’s file.", site.Page("red/softmax/0/index.html"));
        Assert.DoesNotContain("Derived:", site.Page("red/scores/index.html"));
        Assert.Contains("derived: not part of the model’s file", site.Page("network/index.html"));
        Assert.Matches("The network says class [012] ", Html.Parse(site.Page("red/index.html")).Body!.TextContent);
    }

    [Theory]
    [InlineData("[cat, dog]", 5, "The network says dog (99")]
    [InlineData("[cat, dog]", -5, "The network says cat (99")]
    [InlineData("[dog]", 5, "The network says dog (99")]
    [InlineData("[dog]", -5, "The network says not dog (99")]
    [InlineData("[]", -5, "The network says no (99")]
    public void OneSigmoidIsYesOrNo(string labels, float bias, string words)
    {
        using var site = Site(Sigmoid(1, bias), $"labels: {labels}\n");
        Assert.Contains(words, Html.Parse(site.Page("red/index.html")).Body!.TextContent);
    }

    [Fact]
    public void SeveralSigmoidsClaimNoSum()
    {
        using var site = Site(Sigmoid(3, 4), "labels: [a, b, c]\n");
        Assert.DoesNotContain("add up to 1", site.Page("red/out/0/index.html"));
        Assert.Contains("The network says", Html.Parse(site.Page("red/index.html")).Body!.TextContent);
    }

    [Fact]
    public void AVisionTransformerMakesAWholeSite()
    {
        var model = new ModelBuilder(opset: 17).Input(1, 3, 16, 16).Weights("patch", 6, 3, 8, 8).Longs("tokens", 1, 6, 4)
            .Node("Conv", "image patch", "embed", ("strides", new[] { 8, 8 })).Node("Reshape", "embed tokens", "rows")
                .Node("Transpose", "rows", "sequence", ("perm", new[] { 0, 2, 1 }))
            .Weights("wq", 6, 6).Weights("wk", 6, 6).Weights("wv", 6, 6)
            .Node("MatMul", "sequence wq", "q").Node("MatMul", "sequence wk", "k").Node("MatMul", "sequence wv", "v")
            .Node("Transpose", "k", "kt", ("perm", new[] { 0, 2, 1 })).Node("MatMul", "q kt", "scores")
                .Node("Softmax", "scores", "attention", ("axis", -1))
            .Node("MatMul", "attention v", "mixed").Node("Add", "mixed sequence", "residual").Floats("gain", [6], 1, 1, 1, 1, 1, 1)
            .Node("LayerNormalization", "residual gain", "norm").Node("ReduceMean", "norm", "mean", ("axes", new[] { 1 }), ("keepdims", 0))
            .Weights("head", 6, 3).Node("Gemm", "mean head", "logits").Output("logits");
        using var site = Site(model);
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
    }

    [Fact]
    public void AnMlpOnAPictureLaidOutInARowMakesAWholeSite()
    {
        using var site = Site(new ModelBuilder().Input(-1, 64).Weights("w", 64, 3).Node("MatMul", "image w", "out").Output("out"));
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
        Assert.True(File.Exists(site.PathOf("output/red/flatten/index.html")));
    }

    [Fact]
    public void AnAudioModelIsRefusedInWords()
    {
        using var site = new TempSite();
        site.Write("models/net.onnx", new ModelBuilder().Input(1, 1, 16000).Weights("w", 4, 1, 9).Node("Conv", "image w", "conv")
            .Output("conv").Model.ToByteArray());
        Assert.Single(site.Fails(1, ["models/net.onnx", "CS1102", "1 × 1 × 16000"]).Errors);
    }

    private static ModelBuilder Flat() => new ModelBuilder().Input(1, 3, 3, 3).Node("Flatten", "image", "flat");

    private static ModelBuilder Sigmoid(int units, float bias) => Flat()
        .Floats("w", [27, units], [.. Enumerable.Repeat(0.001f, 27 * units)]).Floats("b", [units], [.. Enumerable.Repeat(bias, units)])
        .Node("Gemm", "flat w b", "logit").Node("Sigmoid", "logit", "out").Output("out");

    private static TempSite Site(ModelBuilder model, string metadata = "")
    {
        var site = new TempSite();
        site.Write("models/net.onnx", model.Model.ToByteArray());
        site.Write("models/net.yaml", metadata);
        site.Built();
        return site;
    }
}
