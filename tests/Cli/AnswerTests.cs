using System.Globalization;
using AngleSharp.Dom;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>What a network's answer is, drawn: each kind by a network whose outputs are known by hand.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void OfBoxesTheSurestAreDrawnAndLeadToTheirNumbers()
    {
        // Two boxes that share 0.8 of their union, one elsewhere, one that is unsure, one that is nothing.
        using var site = Given("labels: [nothing, cat]\nanswer: {kind: ssd, threshold: 0.5, overlap: 0.5}\n",
            ("scores", [5, 2], [0.2f, 0.8f, 0.1f, 0.9f, 0.3f, 0.7f, 0.6f, 0.4f, 0.95f, 0.05f]),
            ("boxes", [5, 4],
            [
                0, 0, 0.5f, 0.4f, 0, 0, 0.5f, 0.5f, 0.5f, 0.5f, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1,
            ]));
        var answer = Answer(site);
        Assert.Equal(["0.9000", "0.7000"], Texts(answer, "data.score"));
        Assert.Contains("Of 5 boxes", answer.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 have a score of at least 0.5", answer.TextContent, StringComparison.Ordinal);
        Assert.Contains("“nothing”", answer.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0 0 2 2", "2 2 2 2"], answer.QuerySelectorAll("rect")
            .Select(box => string.Join(' ', new[] { "x", "y", "width", "height" }.Select(box.GetAttribute))));
        Assert.Equal("../one/scores/1/index.html#y=0&x=1", answer.QuerySelector("a:has(.score)")!.GetAttribute("href"));
        Assert.Equal("../one/boxes/1/index.html#y=0&x=0", answer.QuerySelector("a:has(.place)")!.GetAttribute("href"));
        Assert.Equal("cat", answer.QuerySelector("tbody th")!.TextContent);
    }

    [Fact]
    public void BoxesOfYoloAreMiddlesAndSizesInPixels()
    {
        // (5 + 2) numbers a box: its middle at (1, 2) of a picture of 4 by 4, 2 wide and 4 high; 0.8 times 0.5 is 0.4.
        using var site = Given("labels: [cat, dog]\nanswer: {kind: yolov5, threshold: 0.3}\n",
            ("found", [2, 7], [1, 2, 2, 4, 0.8f, 0.25f, 0.5f, 1, 1, 1, 1, 0.5f, 0.5f, 0.25f]));
        var answer = Answer(site);
        Assert.Equal("0", answer.QuerySelector("rect")!.GetAttribute("x"));
        Assert.Equal("4", answer.QuerySelector("rect")!.GetAttribute("height"));
        Assert.Equal(["0.8000", "0.5000"], Texts(answer, "data.score"));
        Assert.Equal(["0.400"], Texts(answer, "data.product"));
        Assert.Equal("dog", answer.QuerySelector("tbody th")!.TextContent);
        using var turned = Given("labels: [cat, dog]\nanswer: {kind: yolov8}\n",
            ("found", [6, 2], [1, 3, 2, 3, 2, 2, 4, 2, 0.1f, 0.6f, 0.9f, 0.2f]));
        Assert.Equal(["0.9000", "0.6000"], Texts(Answer(turned), "data.score"));
    }

    [Fact]
    public void AMaskHasTheLargestClassOfEachPlace()
    {
        // Of four places two are sky, one is grass and one a tie, which the first of both has.
        using var site = Given("labels: [sky, grass]\n", ("classes", [2, 2, 2], [3, 1, 1, 5, 0, 2, 1, 4]));
        var rows = Answer(site).QuerySelectorAll("tbody tr");
        Assert.Equal(["sky75 %3", "grass25 %1"], rows.Select(row => row.TextContent.Trim()));
        Assert.Equal("../one/classes/0/index.html", rows[0].QuerySelector("a")!.GetAttribute("href"));
        using var one = Given("answer: {kind: mask, threshold: 2}\n", ("yes", [1, 2, 2], [3, 1, 1, 2]));
        Assert.Equal(["no50 %2", "yes50 %2"], Answer(one).QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim()));
    }

    [Fact]
    public void PointsAndPicturesStandOnThePicture()
    {
        using var site = Given("task: regressor\nanswer: points\n", ("marks", [4], [0.5f, 0.25f, 1, 0]));
        Assert.Equal(["M2 1h0", "M4 0h0"], Answer(site).QuerySelectorAll("path").Select(point => point.GetAttribute("d")!));
        using var picture = Given("answer: {kind: picture, range: [0, 10]}\n", ("made", [1, 2, 2], [0, 10, 5, 20]));
        Assert.Contains("0 is black and 10 is white", Answer(picture).TextContent, StringComparison.Ordinal);
        Assert.Single(Answer(picture).QuerySelectorAll("img[src*='answer-']"));
    }

    [Fact]
    public void ATextLeavesOutBlanksAndRepetitions()
    {
        // The likeliest of five steps: a, a, blank, a, b.
        using var site = Given("labels: [a, b]\nanswer: text\n",
            ("letters", [5, 3], [0, 2, 1, 0, 3, 1, 5, 0, 0, 0, 1, 0, 0, 0, 2]));
        var answer = Answer(site);
        Assert.Equal("aab", answer.QuerySelector(".answer-line")!.TextContent);
        Assert.Equal(5, answer.QuerySelectorAll("data.score").Length);
    }

    [Fact]
    public void EmbeddingsHaveDistances()
    {
        using var site = Given("task: embedding\n", ("code", [2], [3, 4]));
        site.Write("content/images/two.png", Pictures.Grey(4, 4, new byte[16]));
        site.Built("--no-cache");

        // Both pictures get (3, 4), the same.
        Assert.Equal("1.0000", Answer(site).QuerySelector("data.cosine")!.TextContent);
        Assert.Equal(0, double.Parse(Answer(site).QuerySelector("data.distance")!.GetAttribute("value")!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void AnAnswerThatDoesNotFitIsRefusedAtItsPlace()
    {
        using var site = Site("answer: yolov8\n", ("marks", [4], [0, 0, 0, 0]));
        site.Fails(1, ["net.yaml:1", "(4 + classes) × N", "gives 4"]);
        site.Write("models/net.yaml", "answer: {kind: boxes, scores: gone}\n");
        site.Fails(1, ["net.yaml:1", "N × 4"]);
        site.Write("models/net.yaml", "answer: drawing\n");
        site.Fails(1, ["net.yaml:1", "one of boxes"]);
    }

    [Fact]
    public void WhereNothingIsKnownNumbersStayNumbers()
    {
        using var site = Given("labels: []\n", ("boxes", [3, 4], new float[12]));
        Assert.DoesNotContain("data-answer", site.Page("one/index.html"), StringComparison.Ordinal);
    }

    private static IElement Answer(TempSite site) => Html.Parse(site.Page("one/index.html")).QuerySelector("[data-answer]")!;

    private static IEnumerable<string> Texts(IElement answer, string selector) =>
        answer.QuerySelectorAll(selector).Select(element => element.TextContent);

    private static TempSite Given(string metadata, params (string Name, long[] Sizes, float[] Values)[] outputs)
    {
        var site = Site(metadata, outputs);
        site.Built();
        return site;
    }

    /// <summary>A network that gives the same numbers whatever the picture, which is four by four pixels.</summary>
    private static TempSite Site(string metadata, params (string Name, long[] Sizes, float[] Values)[] outputs)
    {
        var site = new TempSite("small", metadata);
        File.Delete(site.PathOf("content/images/red.png"));
        File.Delete(site.PathOf("content/images/blue.png"));
        site.Write("content/images/one.png", Pictures.Grey(4, 4, [.. Enumerable.Range(0, 16).Select(i => (byte)(i * 16))]));
        var model = new ModelBuilder().Input(1, 1, 4, 4).Floats("none", [1], 0)
            .Node("Mul", "image none", "nothing").Node("GlobalMaxPool", "nothing", "zero");
        foreach (var (name, sizes, values) in outputs)
        {
            model.Longs($"{name}/sizes", [.. Enumerable.Repeat(1L, sizes.Length + 1)]).Floats($"{name}/values", [1, .. sizes], values)
                .Node("Reshape", $"zero {name}/sizes", $"{name}/zero").Node("Add", $"{name}/zero {name}/values", name);
        }

        site.Write("models/net.onnx", model.Output([.. outputs.Select(output => output.Name)]).Model.ToByteArray());
        return site;
    }
}
