using Convscope.Inference.Onnx;
using Convscope.Site.Configuration;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>The classes' names come from files of all common forms, or are numbers.</summary>
public sealed class LabelTests
{
    [Theory]
    [InlineData("labels.txt", "cat\nsmall dog\nbird\n")]
    [InlineData("labels.txt", "\ufeffcat\r\nsmall dog\r\nbird")]
    [InlineData("labels.yaml", "- cat\n- small dog\n- bird\n")]
    [InlineData("labels.yml", "[cat, small dog, bird]")]
    [InlineData("labels.json", "[\n\t\"cat\",\n\t\"small dog\",\n\t\"bird\"\n]")]
    [InlineData("index.json", "{\"0\": [\"n01\", \"cat\"], \"2\": [\"n03\", \"bird\"], \"1\": [\"n02\", \"small dog\"]}")]
    [InlineData("labels.txt", "0 cat\n1 small dog\n2 bird\n")]
    [InlineData("labels.txt", "2 bird\n0 cat\n1 small dog\n")]
    [InlineData("labels.txt", "1: cat\n2: small dog\n3: bird\n")]
    [InlineData("labels.txt", "0,cat\n1,small dog\n2,bird\n")]
    [InlineData("labels.txt", "cat 0\nsmall dog 1\nbird 2\n")]
    [InlineData("labels.txt", "n02123045 cat\nn02085620 small dog\nn01503061 bird\n")]
    [InlineData("classes.json", "{\"cat\": 0, \"bird\": 2, \"small dog\": 1}")]
    [InlineData("config.json", "{\"model\": \"x\", \"id2label\": {\"0\": \"cat\", \"1\": \"small dog\", \"2\": \"bird\"}}")]
    [InlineData("data.yaml", "path: x\nnames:\n  0: cat\n  1: small dog\n  2: bird\n")]
    [InlineData("index.txt", "{0: 'cat',\n 1: 'small dog',\n 2: 'bird'}")]
    public void AFileOfLabelsMayHaveAnyCommonForm(string name, string text)
    {
        using var site = new TempSite(metadata: null);
        site.Write(name, text);
        site.Built("--labels", site.PathOf(name));
        Assert.Equal(["cat", "small dog", "bird"], Names(site));
    }

    [Theory]
    [InlineData("1 euro\n2 euro\n5 euro", new[] { "1 euro", "2 euro", "5 euro" }, false)]
    [InlineData("1 euro\n2 euro\n3 euro", new[] { "1 euro", "2 euro", "3 euro" }, false)]
    [InlineData("3 cat\n7 dog\n9 bird", new[] { "3 cat", "7 dog", "9 bird" }, true)]
    public void NumbersThatDoNotCountAreKept(string text, string[] names, bool isTold)
    {
        using var site = new TempSite(metadata: null);
        site.Write("labels.txt", text);
        Assert.Equal(isTold, site.Built("--labels", site.PathOf("labels.txt")).Error.Contains("warning CS1105", StringComparison.Ordinal));
        Assert.Equal(names, Names(site));
    }

    [Theory]
    [InlineData("names", "{0: 'cat', 1: 'small dog', 2: \"o'bird\"}", new[] { "cat", "small dog", "o'bird" })]
    [InlineData("names", "['cat', 'small dog', 'bird']", new[] { "cat", "small dog", "bird" })]
    [InlineData("classes", "cat, small dog, bird", new[] { "cat", "small dog", "bird" })]
    [InlineData("class_names", "cat\nsmall dog\nbird", new[] { "cat", "small dog", "bird" })]
    [InlineData("names", "['a', 'b']", new[] { "class 0", "class 1", "class 2" })]
    [InlineData("names", "{0: 'cat'", new[] { "class 0", "class 1", "class 2" })]
    public void TheNamesInTheModelsOwnFileAreUsed(string key, string value, string[] names)
    {
        using var site = Own((key, value), ("task", "classify"));
        var result = site.Built();
        Assert.Equal(names, Names(site));
        Assert.Equal(names[0] == "class 0", result.Error.Contains("warning CS1106", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatTheAuthorSaysGoesBeforeTheFile()
    {
        using var site = Own(("names", "['x', 'y', 'z']"));
        site.Write("models/net.yaml", "labels: [cat, dog, bird]\n");
        site.Built();
        Assert.Equal(["cat", "dog", "bird"], Names(site));
    }

    [Fact]
    public void ADataSetsNameStandsForItsClasses()
    {
        using var site = new TempSite(metadata: "labels: cifar10\n");
        site.Write("models/net.onnx", new ModelBuilder().Input(1, 3, 3, 3).Node("Flatten", "image", "flat").Weights("w", 27, 10)
            .Node("Gemm", "flat w", "out").Output("out").Model.ToByteArray());
        site.Built();
        Assert.Contains("automobile", Names(site));
        site.Built("--labels", "fashion-mnist");
        Assert.Contains("ankle boot", Names(site));
        site.Fails(1, ["CS1001", "there is no file of labels 'cifar'", "did you mean 'cifar10'"], "--labels", "cifar");
    }

    [Theory]
    [InlineData("cifar10", 10)]
    [InlineData("cifar100", 100)]
    [InlineData("coco", 80)]
    [InlineData("imagenet", 1000)]
    [InlineData("mnist", 10)]
    [InlineData("voc", 21)]
    public void EachListIsWhole(string name, int count)
    {
        var labels = KnownLabels.Of(name)!.Value;
        Assert.Equal(count, labels.Length);
        Assert.Equal(count, labels.Distinct().Count());
    }

    [Theory]
    [InlineData(0, "tench")]
    [InlineData(207, "golden retriever")]
    [InlineData(281, "tabby")]
    [InlineData(638, "maillot")]
    [InlineData(999, "toilet tissue")]
    public void ImageNetsClassesAreInTheOrderThatNetworksNumberThem(int number, string name) =>
        Assert.Equal(name, KnownLabels.Of("imagenet")!.Value[number]);

    private static TempSite Own(params (string Key, string Value)[] said)
    {
        var site = new TempSite(metadata: null);
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(Repository.Model("small")));
        model.MetadataProps.AddRange(said.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        site.Write("models/net.onnx", model.ToByteArray());
        return site;
    }

    [Fact]
    public void WithoutLabelsTheClassesAreNumbered()
    {
        using var site = new TempSite(metadata: null);
        site.Built();
        Assert.Equal(["class 0", "class 1", "class 2"], Names(site));
        Assert.Contains("class ", site.Page("site.json"));
    }

    [Theory]
    [InlineData("labels.json", "[\"cat\", ", "labels.json:2")]
    [InlineData("index.json", "{\"1\": \"cat\", \"2\": \"dog\", \"3\": \"bird\"}", "numbered 0 to 2")]
    [InlineData("labels.json", "[\"cat\", {\"dog\": 1}, \"bird\"]", "labels.json:1:9")]
    [InlineData("labels.txt", "\n\n", "there are no labels")]
    public void AFileThatIsNoneIsOneLocatedMessage(string name, string text, string says)
    {
        using var site = new TempSite(metadata: null);
        site.Write(name, text);
        Assert.Single(site.Fails(1, [name, says], "--labels", site.PathOf(name)).Errors);
    }

    private static string[] Names(TempSite site)
    {
        var json = System.Text.Json.JsonDocument.Parse(site.Page("site.json")).RootElement;
        var last = json.GetProperty("model").GetProperty("layers").EnumerateArray().Last().GetProperty("id").GetString();
        return [.. Html.Parse(site.Page($"red/{last}/index.html")).QuerySelectorAll(".maps .name").Select(name => name.TextContent)];
    }
}
