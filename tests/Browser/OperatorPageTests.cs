using Convscope.Tests.Browser.Hosting;

namespace Convscope.Tests.Browser;

/// <summary>The pages of many operators are accessible: one of every form that an equation takes.</summary>
public sealed class OperatorPageTests(PointwiseSite pointwise, SpatialSite spatial, LimitedSite limited)
    : IClassFixture<PointwiseSite>, IClassFixture<SpatialSite>, IClassFixture<LimitedSite>
{
    [Theory]
    [InlineData("norm/1")]
    [InlineData("group/3")]
    [InlineData("prelu/0")]
    [InlineData("lrn/3")]
    [InlineData("gelu/3")]
    [InlineData("pow/5")]
    [InlineData("shares/2")]
    [InlineData("many_logs/4")]
    public async Task Axe_finds_nothing_on_functions_and_normalisations(string route) => await AxeFindsNothing(pointwise, route);

    [Theory]
    [InlineData("up/1")]
    [InlineData("bicubic/1")]
    [InlineData("mirrored/2")]
    [InlineData("split/3")]
    [InlineData("with_constant/0")]
    [InlineData("row_sums/1")]
    [InlineData("line_conv/0")]
    [InlineData("vector/2")]
    public async Task Axe_finds_nothing_on_operators_that_move_cells(string route) => await AxeFindsNothing(spatial, route);

    [Theory]
    [InlineData("conv_b")]
    [InlineData("cells")]
    [InlineData("input/0")]
    [InlineData("input")]
    public async Task Axe_finds_nothing_where_few_units_have_pages(string route) => await AxeFindsNothing(limited, route);

    private static async Task AxeFindsNothing(OperatorsSite site, string route)
    {
        var page = await site.GoOnAsync(site.Url(route), 1440);
        await page.SetViewportSizeAsync(1440, 900);
        await Axe.AssertFindsNothingAsync(page);
    }
}
