using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Browser;

/// <summary>Every operator, alive: its equations add up wherever the reader goes.</summary>
public sealed class FixtureMovesTests(FixtureSites sites) : IClassFixture<FixtureSites>
{
    [Theory]
    [MemberData(nameof(OperatorFixtures.Names), MemberType = typeof(OperatorFixtures))]
    public async Task Adds_up_after_any_move(string fixture)
    {
        foreach (var route in sites.Open(fixture)) await Wanderer.WanderAsync(sites, sites.Url(route), 1440, seed: 1, moves: 8);
    }
}
