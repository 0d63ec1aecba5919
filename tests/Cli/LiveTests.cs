using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Whether a site takes its network along for pictures of the reader's own.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_small_network_goes_along_and_pages_know_where_it_is()
    {
        _site.Built();
        Assert.Single(Packs);
        var engine = Html.Parse(_site.Page("red/index.html")).Body!.GetAttribute("data-engine")!;
        Assert.Contains(Path.GetFileName(Packs[0]), _site.Page(engine), StringComparison.Ordinal);
        Assert.DoesNotContain("Pictures of your own", _site.Page("network/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_operators_of_the_network_are_computed_by_its_engine()
    {
        _site.Built();
        var engine = _site.Page(Html.Parse(_site.Page("red/index.html")).Body!.GetAttribute("data-engine")!);
        Assert.Contains("\"conv\": forward", engine, StringComparison.Ordinal);
        Assert.DoesNotContain("\"lrn\": forward", engine, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_is_off_nothing_goes_along_and_the_page_of_the_network_says_so()
    {
        _site.Write("content/site.yaml", TempSite.Config + "live: off\n");
        _site.Built();
        AssertNothingGoesAlong("live in site.yaml is off");
        Assert.Null(Html.Parse(_site.Page("red/index.html")).QuerySelector(".try-link"));
        Assert.Null(Html.Parse(_site.Page("red/conv/0/index.html")).QuerySelector(".unit-what-if"));
    }

    [Fact]
    public void A_large_network_goes_along_only_where_that_is_asked_for()
    {
        _site.Write("models/net.onnx", new ModelBuilder().Input(1, 3, 16, 16).Weights("w", 2800, 768).Node("Flatten", "image", "row")
            .Node("Gemm", "row w", "dense", ("transB", 1)).Output("dense").Model.ToByteArray());
        _site.Write("models/net.yaml", "title: Large\n");
        var built = _site.Built("--max-units", "2");
        Assert.Contains("a reader's own picture isn't offered: the weights take 9 MB, and at most 8 MB are soon loaded", built.All, StringComparison.Ordinal);
        var link = Html.Parse(_site.Page("red/index.html")).QuerySelector(".try-link a")!.GetAttribute("href")!;
        Assert.NotNull(Html.Parse(_site.Page("network/index.html")).QuerySelector(link[link.IndexOf('#', StringComparison.Ordinal)..]));
        AssertNothingGoesAlong("the weights of this network take 9 megabytes, and at most 8 are soon loaded");
        _site.Write("content/site.yaml", TempSite.Config + "live: on\n");
        _site.Built("--max-units", "2");
        Assert.Single(Packs);
    }

    [Fact]
    public void A_word_that_says_neither_is_told_with_its_place()
    {
        _site.Write("content/site.yaml", TempSite.Config + "live: maybe\n");
        _site.Fails(1, ["site.yaml:4:7: error CS", "'live' must be one of auto, on, off"]);
    }

    private string[] Packs => Directory.GetFiles(_site.PathOf("output/data"), "network-*.js");

    private void AssertNothingGoesAlong(string reason)
    {
        Assert.Empty(Packs);
        Assert.False(Html.Parse(_site.Page("red/index.html")).Body!.HasAttribute("data-engine"));
        Assert.False(File.Exists(_site.PathOf("output/try/index.html")));
        Assert.Contains(reason, Html.Parse(_site.Page("network/index.html")).Body!.TextContent, StringComparison.Ordinal);
    }
}
