using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Operators that work cell by cell, alive: every equation adds up wherever the reader goes, and back where it began it is the
/// page's own.</summary>
public sealed class PointwiseTests(PointwiseSite site) : IClassFixture<PointwiseSite>
{
    /// <summary>A unit of every operator.</summary>
    public static TheoryData<string> Pages =>
    [
        "norm/1", "norm/4", "instance/2", "group/3", "prelu/0", "prelu/3", "lrn/0", "lrn/3", "celu/1", "selu/2", "softsign/0", "mish/1",
        "thresholded/2", "gelu/3",
        "relu6/0", "below/4", "exp/1", "erf/2", "floor/3", "sqrt/4", "div/1", "max/2", "min/3", "mean_of/4", "pow/5", "sum/0", "inverse/1",
        "shares/2", "logs/1", "many_shares/3", "many_logs/4", "row_shares/2", "shrink/1", "layer/5", "vector_logs/7",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_after_any_move_and_back(string route) =>
        AssertBack(await Wanderer.WanderAsync(site, site.Url(route), 1440, seed: 1, moves: 14));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_from_a_file_on_a_phone(string route) =>
        AssertBack(await Wanderer.WanderAsync(site, site.Url(route, asFile: true), 360, seed: 2, moves: 6));

    [Theory]
    [InlineData("norm/1")]
    [InlineData("group/3")]
    [InlineData("prelu/0")]
    [InlineData("lrn/3")]
    [InlineData("gelu/3")]
    [InlineData("pow/5")]
    [InlineData("shares/2")]
    [InlineData("many_logs/4")]
    public async Task Axe_finds_nothing_on_functions_and_normalisations(string route) => await site.AssertAccessibleAsync(route);

    [Fact]
    public async Task Where_every_cell_sees_the_same_pixels_the_words_say_so()
    {
        var page = await site.GoOnAsync(site.Url("instance/1"), 1440);
        await Assertions.Expect(page.Locator(".receptive p")).ToContainTextAsync("Every cell of this map sees the same pixels.");
    }

    [Fact]
    public async Task Of_a_layer_without_an_equation_a_field_is_known_but_at_most()
    {
        var page = await site.GoOnAsync(site.Url("shrink/1"), 1440);
        await Assertions.Expect(page.Locator(".receptive[data-at-most] p")).ToContainTextAsync("at most 19 × 23 pixels");
    }

    private static void AssertBack((string Rendered, string Live) texts) => Assert.Equal(texts.Rendered, texts.Live);
}
