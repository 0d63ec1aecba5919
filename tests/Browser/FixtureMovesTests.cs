using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Browser.Live;
using Convscope.Tests.Operators;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Every operator, alive: its equations add up wherever the reader goes, and for any picture.</summary>
public sealed class FixtureMovesTests(FixtureSites sites) : IClassFixture<FixtureSites>
{
    /// <summary>Operators whose pages of one number stay those of the recorded picture, and say so.</summary>
    private static readonly string[] Standing =
        ["IntegerDenseFixture", "LogSoftmaxFixture", "TopKFixture", "HardmaxFixture", "DynamicStepFixture"];

    [Theory]
    [MemberData(nameof(OperatorFixtures.Names), MemberType = typeof(OperatorFixtures))]
    public async Task Adds_up_after_any_move(string fixture)
    {
        foreach (var page in sites.Open(fixture)) await Wanderer.WanderAsync(sites, sites.Url(page.Route), 1440, seed: 1, moves: 8);
    }

    [Theory]
    [MemberData(nameof(OperatorFixtures.Names), MemberType = typeof(OperatorFixtures))]
    public async Task Adds_up_for_any_picture(string fixture)
    {
        var random = new Random(fixture.Length);
        foreach (var (route, layer, input) in sites.Open(fixture))
        {
            var url = sites.Url(route) + $"#picture={PackedPictures.Random(input.Height, input.Width, random)}";
            var page = await sites.GoOnAsync(url, 1440);
            var state = page.Locator("html:is([data-live=ready], [data-live=failed])");
            await state.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            var isLive = await state.GetAttributeAsync("data-live") == "ready";
            Assert.True(isLive || (layer.IsVector && Standing.Contains(fixture)), $"{route} isn't live");
            if (!isLive) continue;
            await LiveEquations.AssertAddUpAsync(page, layer.Height, layer.Width, 60, random, route);
        }
    }
}
