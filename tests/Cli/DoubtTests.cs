using System.Text.Json;
using Convscope.Inference.Onnx;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>A recipe that can't be the one of the training is told, with what mends it; a right one isn't doubted.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("--mean 123.675,116.28,103.53 --std 58.395,57.12,57.375",
        "a mean of 123.675, 116.28, 103.53 is subtracted from values that only reach 1;")]
    [InlineData("--std 58", "divided by a standard deviation of 58;")]
    [InlineData("--scale 1 --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225", "add --scale 1/255")]
    [InlineData("--mean 123.675,116.28,103.53 --std 58.395,57.12,57.375 --scale 1", "")]
    [InlineData("--preprocess caffe", "")]
    [InlineData("--preprocess tf", "")]
    [InlineData("--preprocess imagenet", "")]
    [InlineData("--mean 0.5 --std 0.5", "")]
    public void AMeanOnAnotherScale(string options, string says) => Tells(Scores(Model()), says, options);

    [Theory]
    [InlineData("Div", 255, "", "the network divides by 255 itself, from its layer 'first' on")]
    [InlineData("Div", 127.5, "", "divides by 127.5 itself")]
    [InlineData("Mul", 0.003921569, "", "divides by 255 itself")]
    [InlineData("Sub", 117, "", "subtracts about 117 itself")]
    [InlineData("Div", 255, "--preprocess imagenet", "scaled twice")]
    [InlineData("Div", 255, "--preprocess none", "")]
    [InlineData("Sub", 117, "--scale 1", "")]
    [InlineData("Mul", 2, "", "")]
    public void ANetworkThatScalesItself(string opType, float constant, string options, string says) =>
        Tells(Scores(Model().Floats("k", [1], constant).Node(opType, "image k", "first"), "first"), says, options);

    [Fact]
    public void AnOldOperatorThatScales() =>
        Tells(Scores(Model().Node("Affine", "image", "first", ("alpha", 0.003921569f)), "first"), "divides by 255 itself", "");

    [Theory]
    [InlineData("--preprocess imagenet", "standardises its input itself")]
    [InlineData("--preprocess tf", "standardises its input itself")]
    [InlineData("", "")]
    public void ANetworkThatStandardisesItself(string options, string says) => Tells(
        Scores(Model().Floats("m", [1, 3, 1, 1], 0.485f, 0.456f, 0.406f).Floats("s", [1, 3, 1, 1], 0.229f, 0.224f, 0.225f)
            .Node("Sub", "image m", "sub").Node("Div", "sub s", "div"), "div"),
        says, options);

    [Theory]
    [InlineData("Image.NominalPixelRange", "NominalRange_0_255", "--scale 1/255", "states values of 0 to 255, and the recipe gives 0 to 1")]
    [InlineData("Image.NominalPixelRange", "NominalRange_0_255", "", "")]
    [InlineData("Image.NominalPixelRange", "Normalized_1_1", "--preprocess tf", "")]
    [InlineData("Image.BitmapPixelFormat", "Bgr8", "--channels RGB", "add --channels BGR")]
    [InlineData("Image.BitmapPixelFormat", "Bgr8", "", "")]
    [InlineData("imgsz", "[640, 640]", "", "states an input of 640 × 640, and 12 × 12 is fed")]
    [InlineData("imgsz", "[12, 12]", "", "")]
    public void WhatTheFilesOwnMetadataStates(string key, string value, string options, string says)
    {
        var model = Scores(Model());
        model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        Tells(model, says, options);
    }

    [Fact]
    public void WhatTheFileStatesIsTakenWhereNothingElseIsSaid()
    {
        var model = Scores(Model());
        model.MetadataProps.Add(new StringStringEntryProto { Key = "Image.NominalPixelRange", Value = "Normalized_1_1" });
        model.MetadataProps.Add(new StringStringEntryProto { Key = "Image.BitmapPixelFormat", Value = "Bgr8" });
        using var site = Site(model);
        site.Built();
        var scale = Json(site).GetProperty("images")[0].GetProperty("layers")[0].GetProperty("scale");
        Assert.Equal((-1, 1), (scale.GetProperty("minimum").GetDouble(), scale.GetProperty("maximum").GetDouble()));
        Assert.Contains("blue channel", Html.Parse(site.Page("red/input/0/index.html")).Body!.TextContent);
    }

    [Theory]
    [InlineData(0.0f, "", "trained on pictures whose values have a mean of about 0,")]
    [InlineData(0.0f, "--preprocess imagenet", "")]
    [InlineData(0.45f, "", "")]
    [InlineData(115f, "", "mean of about 115,")]
    [InlineData(115f, "--scale 1", "")]
    public void TheFirstBatchNormalisationRemembersTheMeanOfTheTraining(float mean, string options, string says)
    {
        const int units = 8;
        var kernels = Enumerable.Range(0, units).Select(unit => (unit - 3) / 9f).ToArray();
        var model = Model().Floats("w", [units, 3, 1, 1], [.. kernels.SelectMany(weight => new[] { weight, weight, weight })])
            .Floats("g", [units], [.. Enumerable.Repeat(1f, units)]).Floats("o", [units], new float[units])
                .Floats("v", [units], [.. Enumerable.Repeat(0.5f, units)])
            .Floats("m", [units], [.. kernels.Select((weight, unit) => (3 * weight * mean) + (unit % 2 == 0 ? 0.001f : -0.001f))])
            .Node("Conv", "image w", "conv").Node("BatchNormalization", "conv g o m v", "norm");
        Tells(Scores(model, "norm", units * 144), says, options);
    }

    [Fact]
    public void AnUntrainedBatchNormalisationSaysNothing() => Tells(
        Scores(Model().Floats("g", [3], 1, 1, 1).Floats("z", [3], 0, 0, 0).Floats("v", [3], 1, 1, 1)
            .Node("BatchNormalization", "image g z z v", "norm"), "norm"), "", "");

    [Fact]
    public void PicturesThatAllGetTheSameAnswerAreTold()
    {
        var model = Model().Floats("tiny", [1], 0.00001f).Floats("off", [1], 1).Node("Mul", "image tiny", "less")
            .Node("Exp", "less", "exp");
        using var site = Site(Scores(model, "exp"));
        site.Write("content/images/green.png", Pictures.Png(16, 16, 20, 200, 60));
        Assert.Contains("all 3 pictures get nearly the same answer", site.Built("--scale", "1/2550000").Error);
        using var other = Site(Scores(Model()));
        other.Write("content/images/green.png", Pictures.Png(16, 16, 20, 200, 60));
        Assert.DoesNotContain("CS1107", other.Built().Error);
    }

    [Fact]
    public void TheInputsPageSaysItInEveryLanguage()
    {
        using var site = Site(Scores(Model()));
        site.Write("content/zh/index.md", "# 小网站\n\n你好。\n");
        site.Built("--mean", "123");
        Assert.Contains("It belongs to values of 0 to 255.", Html.Parse(site.Page("red/input/index.html"))
            .QuerySelector(".doubts")!.TextContent);
        Assert.Contains("这样的均值是用于0到255的值的", Html.Parse(site.Page("zh/red/input/index.html")).QuerySelector(".doubts")!.TextContent);
        site.Built("--mean", "0.5");
        Assert.Null(Html.Parse(site.Page("red/input/index.html")).QuerySelector(".doubts"));
    }

    [Fact]
    public void ABuildThatChangesNothingTellsItAgain()
    {
        using var site = new TempSite(metadata: null);
        site.Write("models/net.onnx", Scores(Model()).ToByteArray());
        var first = site.Built("--mean", "123");
        var second = site.Built("--mean", "123");
        Assert.Contains("Nothing has changed", second.Output);
        Assert.Equal(first.Error, second.Error);
        Assert.Contains("warning CS1107", second.Error);
        Assert.Contains(Assert.Single(first.Output.Split('\n'), line => line.Contains("--task", StringComparison.Ordinal)), second.Output);
    }

    /// <summary>Both <c>build</c> and <c>inspect</c> tell it, or neither.</summary>
    private static void Tells(ModelProto model, string says, string options)
    {
        using var site = Site(model);
        string[] args = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var built = site.Built(args).Error;
        var doubts = JsonDocument.Parse(Shell.Run(["inspect", site.PathOf("models/net.onnx"), "--json",
            .. args]).Output).RootElement.GetProperty("doubts");
        if (says.Length == 0)
        {
            Assert.DoesNotContain("CS1107", built);
            Assert.Equal(0, doubts.GetArrayLength());
            return;
        }

        Assert.Contains("models/net.onnx: warning CS1107: ", built);
        Assert.Contains(says, built);
        Assert.Contains(says, Assert.Single(doubts.EnumerateArray()).GetString());
    }

    private static JsonElement Json(TempSite site) => JsonDocument.Parse(site.Page("site.json")).RootElement;

    private static ModelBuilder Model() => new ModelBuilder().Input(1, 3, 12, 12);

    private static ModelProto Scores(ModelBuilder model, string from = "image", int numbers = 432) =>
        model.Node("Flatten", from, "flat").Weights("d", numbers, 4).Node("MatMul", "flat d", "out").Output("out").Model;

    private static TempSite Site(ModelProto model)
    {
        var site = new TempSite(metadata: "labels: [a, b, c, d]\n");
        site.Write("models/net.onnx", model.ToByteArray());
        return site;
    }
}
