using System.Globalization;
using System.Text.Json;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>CNN Explainer's own network and pictures give CNN Explainer's own numbers, channels first or last.</summary>
public sealed class CnnExplainerTests(CnnExplainerTests.Twins twins) : IClassFixture<CnnExplainerTests.Twins>
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("cnn-explainer/expected.json"))).RootElement;

    public static TheoryData<string> Pictures => [.. Expected.EnumerateObject().Select(picture => picture.Name)];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void ProbabilitiesLogitsAndMapsAreTheExpectedOnes(string picture)
    {
        var expected = Expected.GetProperty(picture);
        var label = expected.GetProperty("label").GetString();
        var classes = Picture(twins.First, picture).GetProperty("probabilities").EnumerateArray().ToArray();
        var probability = classes.Single(entry => entry.GetProperty("label").GetString() == label).GetProperty("probability").GetDouble();
        Assert.Equal(expected.GetProperty("p").GetDouble(), probability, 1e-3);

        var unit = 0;
        foreach (var logit in expected.GetProperty("logits").EnumerateArray())
        {
            using var page = Html.Open(twins.PathOf($"first/{picture}/output/{unit++}/index.html"));
            var result = page.QuerySelector("[data-equation] data.y")!.GetAttribute("value")!;
            Assert.Equal(logit.GetDouble(), double.Parse(result, CultureInfo.InvariantCulture), 1e-2);
        }

        var map = Layer(Picture(twins.First, picture), "conv_1_2").GetProperty("units")[5];
        var values = DataFiles.Read(twins.PathOf("first/" + map.GetProperty("data").GetString()));
        Assert.Equal(expected.GetProperty("conv_1_2[5][10][12]").GetDouble(), values[(10 * 60) + 12], 1e-3);
    }

    [Fact]
    public void TheTwinWithChannelsLastIsTheSameNetwork()
    {
        static string[] Layers(JsonElement site) =>
            [.. site.GetProperty("model").GetProperty("layers").EnumerateArray().Select(layer => layer.GetRawText())];
        Assert.Equal(Layers(twins.First), Layers(twins.Last));
        foreach (var name in Expected.EnumerateObject().Select(picture => picture.Name))
        {
            var (first, last) = (Picture(twins.First, name), Picture(twins.Last, name));
            foreach (var (a, b) in first.GetProperty("probabilities").EnumerateArray()
                .Zip(last.GetProperty("probabilities").EnumerateArray()))
                Assert.Equal(a.GetProperty("probability").GetDouble(), b.GetProperty("probability").GetDouble(), 1e-5);
        }
    }

    [Fact]
    public void TheTwinDrawsTheSameMapsByteForByte()
    {
        var first = Tree.Of(twins.PathOf("first/maps"));
        var last = Tree.Of(twins.PathOf("last/maps"));
        Assert.Equal(1030, first.Count);
        Assert.Empty(first.Except(last));
        Assert.Empty(last.Except(first));
        Assert.Equal(Tree.Of(twins.PathOf("first/kernels")), Tree.Of(twins.PathOf("last/kernels")));
    }

    private static JsonElement Picture(JsonElement site, string id) =>
        site.GetProperty("images").EnumerateArray().Single(picture => picture.GetProperty("id").GetString() == id);

    private static JsonElement Layer(JsonElement picture, string id) =>
        picture.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("layer").GetString() == id);

    /// <summary>Both sites, built once.</summary>
    public sealed class Twins : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Twins() => (First, Last) = (Build("first", "cnnx-nchw.onnx"), Build("last", "cnnx-nhwc.onnx"));

        public JsonElement First { get; }

        public JsonElement Last { get; }

        public string PathOf(string path) => _folder.PathOf(path);

        public void Dispose() => _folder.Dispose();

        private JsonElement Build(string name, string model)
        {
            string[] sources =
            [
                "--images", Repository.Fixture("cnn-explainer/images"), "--model", Repository.Fixture("cnn-explainer/" + model),
                "--labels", Repository.Fixture("cnn-explainer/labels.txt"),
            ];
            var result = Shell.Run(["build", "--root", _folder.Folder, "--output", PathOf(name), .. sources]);
            Assert.True(result.Exit == 0, result.All);
            return JsonDocument.Parse(File.ReadAllBytes(PathOf(name + "/site.json"))).RootElement;
        }
    }
}
