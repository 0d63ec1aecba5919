using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>The lesson on sites other than the default one: other pictures, with labels and without, other models. What it says is true of
/// each, or isn't said.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class CombinationTests(DefaultSite site)
{
    private static readonly string[] Languages = ["", "zh/"];

    /// <summary>What is true of the default site's pictures alone.</summary>
    private static readonly string[] OfTheDefaultPictures = ["drawings of one thing on white", "were never trained on", "白底上", "从来没有参加过训练"];

    [Fact]
    public void TheDefaultSiteTellsOfItsOwnPictures()
    {
        Nothing(Problems(site.Output), "the default site");
        var text = string.Concat(Languages.Select(language => ChapterReader.Text(site.PathOf($"{language}learn/training/index.html"))));
        Assert.All(OfTheDefaultPictures, words => Assert.Contains(words, text));
    }

    [Theory]
    [InlineData("no labels", "")]
    [InlineData("labels", "koala,orange")]
    [InlineData("a wrong label", "koala,espresso")]
    [InlineData("one label", "koala")]
    [InlineData("a label that is no class", "a dog")]
    public void OwnPictures(string what, string labels)
    {
        using var other = Own(["koala_1", "orange_1", "panda_1"], labels.Split(',', StringSplitOptions.RemoveEmptyEntries));
        IsTrue(other, what);
        var training = ChapterReader.Text(other.PathOf("output/learn/training/index.html"));
        Assert.Equal(labels.Contains(',', StringComparison.Ordinal),
            training.Contains("whose class is known it gets", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pizza")]
    public void OnePicture(string label)
    {
        using var other = Own(["pizza_1"], label.Length == 0 ? [] : [label]);
        IsTrue(other, $"one picture {label}");
        Assert.DoesNotContain("these pictures", ChapterReader.Text(other.PathOf("output/learn/reading/index.html")));
    }

    [Fact]
    public void AnotherModel()
    {
        using var other = Own(["koala_1", "pizza_1"], ["koala", "pizza"]);
        other.Write("models/cnnx.onnx", File.ReadAllBytes(Repository.Fixture("cnn-explainer/cnnx-nchw.onnx")));
        IsTrue(other, "CNN Explainer's", "--model", other.PathOf("models/cnnx.onnx"), "--labels",
            Repository.Fixture("cnn-explainer/labels.txt"));
        Assert.False(File.Exists(other.PathOf("output/learn/training/index.html")));
    }

    /// <summary>A file of the default model's name, that records nothing, tells nothing of a training.</summary>
    [Fact]
    public void AModelWithoutAWordBesideIt()
    {
        using var other = Own(["koala_1", "pizza_1"], []);
        other.Write("models/alone/tiny-vgg.onnx", File.ReadAllBytes(Path.Combine(Repository.Root, "models", "tiny-vgg.onnx")));
        IsTrue(other, "alone", "--model", other.PathOf("models/alone/tiny-vgg.onnx"));
        Assert.False(File.Exists(other.PathOf("output/learn/training/index.html")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ARegressor(int outputs)
    {
        using var other = Own(["koala_1", "pizza_1"], ["koala"]);
        other.Write("models/numbers.onnx", Regressor(outputs).Model.ToByteArray());
        IsTrue(other, $"a regressor of {outputs}", "--model", other.PathOf("models/numbers.onnx"), "--probabilities", "none");
        Assert.DoesNotContain(Chapters(other.Output), file =>
            ChapterReader.Text(file).Contains("probability of a class", StringComparison.Ordinal));
        Assert.All(["dense", "softmax", "training"], chapter =>
            Assert.False(File.Exists(other.PathOf($"output/learn/{chapter}/index.html"))));
    }

    /// <summary>Depthwise convolutions, one unit, a pooling that keeps the size, no biases: a lesson's sentences rest on what a network
    /// mostly has.</summary>
    [Fact]
    public void AnUnusualNetwork()
    {
        using var other = Own(["koala_1", "pizza_1"], []);
        var model = new ModelBuilder().Input(1, 3, 12, 12).Weights("a", 1, 3, 1, 1).Weights("b", 2, 1, 3, 3).Weights("c", 2, 1, 3, 3)
            .Weights("d", 2, 288)
            .Node("Conv", "image a", "first").Node("Conv", "first b", "second", ("pads", new[] { 1, 1, 1, 1 }))
                .Node("Relu", "second", "bend")
            .Node("Conv", "bend c", "third", ("group", 2), ("pads", new[] { 1, 1, 1, 1 }))
                .Node("MaxPool", "third", "pool", ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }))
            .Node("Flatten", "pool", "flat").Node("Gemm", "flat d", "scores", ("transB", 1)).Node("Softmax", "scores", "shares")
                .Output("shares");
        other.Write("models/unusual.onnx", model.Model.ToByteArray());
        IsTrue(other, "unusual", "--model", other.PathOf("models/unusual.onnx"));
        Assert.DoesNotContain("smaller and stranger", ChapterReader.Text(other.PathOf("output/learn/what-is-a-cnn/index.html")));
        Assert.DoesNotContain("bias", ChapterReader.Text(other.PathOf("output/learn/dense/index.html")));
        Assert.DoesNotContain("Later convolutions", ChapterReader.Text(other.PathOf("output/learn/convolution/index.html")));
        Assert.DoesNotContain("has fewer cells", ChapterReader.Text(other.PathOf("output/learn/pooling/index.html")));
    }

    private static void IsTrue(TempSite other, string what, params string[] options)
    {
        other.Built(["--max-units", "3", .. options]);
        Keep(other, what);
        Nothing(Problems(other.Output), what);
        foreach (var file in Chapters(other.Output))
        {
            var text = ChapterReader.Text(file);
            Assert.All(OfTheDefaultPictures, words => Assert.DoesNotContain(words, text));
        }
    }

    private static void Nothing(IEnumerable<string> problems, string what) =>
        Assert.True(!problems.Any(), $"{what}:\n{string.Join('\n', problems)}");

    /// <summary>To be read by a person, whole and to the end: CONVSCOPE_READ=folder keeps the texts.</summary>
    private static void Keep(TempSite other, string what)
    {
        if (Environment.GetEnvironmentVariable("CONVSCOPE_READ") is not { Length: > 0 } folder) return;
        var texts = Chapters(other.Output).Select(file => $"{Path.GetRelativePath(other.Output, file)}\n{ChapterReader.Text(file)}");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, what + ".txt"), string.Join("\n\n", texts));
    }

    private static IEnumerable<string> Problems(string output) =>
        Chapters(output).SelectMany(file => ChapterReader.Problems(file)
            .Select(problem => $"{Path.GetRelativePath(output, file)}: {problem}"));

    private static IEnumerable<string> Chapters(string output) => Languages
        .SelectMany(language =>
            Directory.EnumerateFiles(Path.Combine(output, language, "learn"), "index.html", SearchOption.AllDirectories))
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is not ("learn" or "glossary")).Order(StringComparer.Ordinal);

    /// <summary>The default network on photographs; the first of them are labelled.</summary>
    private static TempSite Own(string[] pictures, string[] labels)
    {
        var own = new TempSite(metadata: null);
        foreach (var language in new[] { "en", "zh" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", language)))
                own.Write($"content/{language}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        foreach (var file in new[] { "tiny-vgg.onnx", "tiny-vgg.yaml" })
            own.Write("models/" + file, File.ReadAllBytes(Path.Combine(Repository.Root, "models", file)));
        own.Write("content/site.yaml", "title: Own\ndescription: Own pictures.\nmodel: models/tiny-vgg.onnx\n");
        File.Delete(own.PathOf("content/images/red.png"));
        File.Delete(own.PathOf("content/images/blue.png"));
        foreach (var picture in pictures)
            own.Write($"content/images/{picture}.jpeg", File.ReadAllBytes(Repository.Fixture($"cnn-explainer/images/{picture}.jpeg")));
        if (labels.Length > 0)
        {
            var entries = pictures.Select((picture,
                i) => $"  - {{file: {picture}.jpeg{(i < labels.Length ? $", label: {labels[i]}" : "")}}}\n");
            own.Write("content/images/images.yaml", "images:\n" + string.Concat(entries));
        }

        return own;
    }

    private static ModelBuilder Regressor(int outputs) =>
        new ModelBuilder().Input(1, 3, 16, 16).Weights("k", 4, 3, 3, 3).Weights("w", 196, outputs)
        .Node("Conv", "image k", "conv").Node("Relu", "conv", "relu")
            .Node("MaxPool", "relu", "pool", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))
        .Floats("b", [outputs], [.. Enumerable.Repeat(7f, outputs)])
        .Node("Flatten", "pool", "flat").Node("Gemm", "flat w b", "angle").Output("angle");
}
