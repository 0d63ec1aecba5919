using System.Globalization;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Operators that move cells about, alive: every equation adds up wherever the reader goes.</summary>
public sealed class SpatialTests(SpatialSite site) : IClassFixture<SpatialSite>
{
    /// <summary>A unit of every operator.</summary>
    public static TheoryData<string> Pages =>
    [
        "up/1", "up_odd/0", "depthwise/1", "nearest/2", "bilinear/0", "bicubic/1", "zeros/1", "mirrored/2", "part/0", "backwards/1",
        "deep/5", "wide/0", "tall/1", "split/3", "turned/2", "below/1", "with_constant/0", "with_constant/4", "repeated/1", "row_means/1",
        "column_peaks/0",
        "sums/2", "row_sums/1", "signal/1", "line_conv/0", "line_pool/1", "peaks/3", "dilated_mean/1", "vector/2",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_after_any_move(string route) => await Wanderer.WanderAsync(site, site.Url(route), 1440, seed: 1, moves: 14);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_from_a_file_on_a_phone(string route) =>
        await Wanderer.WanderAsync(site, site.Url(route, asFile: true), 360, seed: 2, moves: 6);

    [Theory]
    [InlineData("up/1")]
    [InlineData("bicubic/1")]
    [InlineData("mirrored/2")]
    [InlineData("split/3")]
    [InlineData("with_constant/0")]
    [InlineData("row_sums/1")]
    [InlineData("line_conv/0")]
    [InlineData("vector/2")]
    public async Task Axe_finds_nothing_on_operators_that_move_cells(string route) => await site.AssertAccessibleAsync(route);

    [Fact]
    public async Task A_copy_marks_the_cell_that_it_comes_from()
    {
        var page = await site.OpenAsync(site.Url("wide/0") + "#y=3&x=4");
        await Assertions.Expect(page.Locator("[data-from]:visible .origin")).ToHaveTextAsync("unit 2 at (1, 2)");
        await Assertions.Expect(page.Locator(".map-of.lit .map-view")).ToHaveAttributeAsync("data-unit", "2");
        await page.Locator(".map-of .map-view[data-unit='1']").ClickAsync(new() { Position = new() { X = 2, Y = 2 } });
        await OperatorsSite.AssertAtAsync(page, "0,1");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_an_upsampled_cell_sees_is_told_row_by_row()
    {
        var page = await site.OpenAsync(site.Url("nearest/2") + "#y=5&x=2");
        await Assertions.Expect(page.Locator("[data-field=rows]")).ToHaveTextAsync("2");
        await page.Locator(".map-view[data-role=output]").ClickAsync(new() { Position = new() { X = 2, Y = 2 } });
        await Assertions.Expect(page.Locator("[data-field=rows]")).ToHaveTextAsync("0");
        await page.Context.CloseAsync();
    }

    /// <summary>The script reads the fields from a few numbers in the page: they are C#'s, words and all, wherever the reader
    /// goes.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_script_says_the_fields_that_are_computed(string route)
    {
        using var model = site.Load();
        var layer = model.Network[route.Split('/')[0]];
        var field = model.Network.Fields[layer][int.Parse(route.Split('/')[1], CultureInfo.InvariantCulture)];
        var page = await site.GoOnAsync(site.Url(route), 1440);
        var random = new Random(3);
        for (var i = 0; i < 4 && layer.Shape.MapSize > 1; i++)
        {
            var (row, column) = (random.Next(layer.Shape.Height), random.Next(layer.Shape.Width));
            await page.EvaluateAsync($"location.hash = 'y={row}&x={column}'");
            await OperatorsSite.AssertAtAsync(page, $"{row},{column}");
            var said = field.At(row, column);
            if (said.Pixels is { } box)
            {
                await Assertions.Expect(page.Locator("[data-field=rows]")).ToHaveTextAsync(Lines(box.Top, box.Bottom));
                await Assertions.Expect(page.Locator("[data-field=columns]")).ToHaveTextAsync(Lines(box.Left, box.Right));
                await Assertions.Expect(page.Locator("[data-field=size]")).ToHaveTextAsync($"{box.Height} × {box.Width}");
            }

            await Shows("pixels", said.Pixels is not null);
            await Shows("padding", said.Pixels is not null && said.ReadsPadding);
            await Shows("gaps", said.HasGaps);
            await Shows("only-padding", said.Pixels is null && said.ReadsPadding);
        }

        Task Shows(string part, bool isShown) =>
            Assertions.Expect(page.Locator($"[data-sees={part}]")).ToHaveJSPropertyAsync("hidden", !isShown);
    }

    /// <summary>One row or column is only named.</summary>
    private static string Lines(int first, int last) => first == last ? $"{first}" : $"{first} to {last}";
}
