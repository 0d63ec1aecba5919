using Convscope.Tests.Browser.Hosting;

namespace Convscope.Tests.Browser;

/// <summary>Operators that work cell by cell, alive: every equation adds up wherever the reader goes, and back where it began it is the page's own.</summary>
public sealed class PointwiseTests(PointwiseSite site) : IClassFixture<PointwiseSite>
{
    private const int Moves = 20;

    /// <summary>A unit of every operator.</summary>
    public static TheoryData<string> Pages =>
    [
        PAGES
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_after_any_move_and_back(string route) => await Wander(site.Url(route), 1440, seed: 1);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_from_a_file_on_a_phone(string route) => await Wander(site.Url(route, asFile: true), 360, seed: 2);

    private async Task Wander(string url, int width, int seed)
    {
        var (rendered, live) = await Wanderer.WanderAsync(site, url, width, seed, Moves);
        Assert.Equal(rendered, live);
    }
}
