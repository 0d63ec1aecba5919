using AngleSharp.Html.Parser;
using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Operators;
using Convscope.Tests.Shared;
using Google.Protobuf;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Pages whose equation doesn't write out all channels, alive: the script has no numbers of the hidden ones, and all adds
/// up.</summary>
public sealed class FoldedTests(LimitedSite site, FoldedSite folded) : IClassFixture<LimitedSite>, IClassFixture<FoldedSite>
{
    [Fact]
    public async Task Adds_up_at_any_cell()
    {
        var page = await folded.OpenAsync(folded.Url("second/1"));
        await Assertions.Expect(page.Locator(".part[data-unit='-1']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".channels [data-unit='-1'] canvas")).ToBeVisibleAsync();
        var others = new HashSet<string?>();
        foreach (var (y, x) in new[] { (0, 0), (1, 3), (4, 2), (5, 5) })
        {
            await page.EvaluateAsync($"location.hash = '#y={y}&x={x}'");
            await OperatorsSite.AssertAtAsync(page, $"{y},{x}");
            var problems = EquationChecker.Check(new HtmlParser().ParseDocument(await page.ContentAsync()));
            Assert.Empty(problems);
            others.Add(await page.Locator(".part[data-unit='-1'] .p").GetAttributeAsync("value"));
        }

        Assert.True(others.Count > 1, "the others' part never changes");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("conv_b")]
    [InlineData("cells")]
    [InlineData("input/0")]
    [InlineData("input")]
    public async Task Axe_finds_nothing_where_few_units_have_pages(string route) => await site.AssertAccessibleAsync(route);
}

/// <summary>The network of every operator with two units a layer.</summary>
public sealed class LimitedSite : OperatorsSite
{
    /// <inheritdoc/>
    protected override string Config => "title: Limited\nlimits: {units: 2}\n";
}

/// <summary>A convolution over six channels, two of which are shown: pictures are shown whole whatever is said, so that it comes
/// second.</summary>
public sealed class FoldedSite : OperatorsSite
{
    /// <inheritdoc/>
    protected override string Config => "title: Folded\nlimits: {units: 2}\n";

    /// <inheritdoc/>
    protected override string Model => "folded";

    /// <inheritdoc/>
    protected override byte[] ReadModel() => new ModelBuilder().Input(1, 3, 12, 12).Weights("wa", 6, 3, 3, 3).Weights("ba", 6)
        .Node("Conv", "image wa ba", "first").Weights("wb", 2, 6, 3, 3).Weights("bb", 2).Node("Conv", "first wb bb", "second")
        .Output("second").Model.ToByteArray();
}
