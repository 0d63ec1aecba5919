using Convscope.Core.Network;
using Convscope.Rendering.Pictures;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PictureResizerTests
{
    [Theory]
    [InlineData(ResizeMode.Stretch)]
    [InlineData(ResizeMode.Cover)]
    [InlineData(ResizeMode.Contain)]
    public void A_fitting_picture_passes_through_untouched(ResizeMode mode)
    {
        var noise = Pixels.Noise(37, 23);
        var rgb = noise.Rgba.Where((_, i) => i % 4 != 3);
        Assert.Equal(rgb, PictureResizer.Resize(noise, 37, 23, new() { Resize = new(mode) }));
    }

    [Fact]
    public void Transparent_parts_show_the_background()
    {
        // 200 · 128/255 + 10 · 127/255 = 105.37
        var picture = Pixels.Picture(3, 1, 200, 200, 200, 0, 200, 200, 200, 128, 200, 200, 200, 255);
        Assert.Equal([10, 20, 30, 105, 110, 115, 200, 200, 200], PictureResizer.Resize(picture, 3, 1, new() { Background = 0x0A141E }));
    }

    [Fact]
    public void Shrinking_averages_the_area()
    {
        var grey = Pixels.Picture(3, 2, [.. new[] { 0, 30, 60, 90, 120, 150 }.SelectMany(v => new[] { v, v, v })]);
        // Each output pixel covers one and a half columns: (0 + 90 + (30 + 120) / 2) / 3 = 55 and (60 + 150 + 75) / 3 = 95.
        Assert.Equal([55, 55, 55, 95, 95, 95], PictureResizer.Resize(grey, 2, 1, new()));
    }

    [Fact]
    public void Enlarging_interpolates_between_centres()
    {
        var picture = Pixels.Picture(2, 1, 0, 0, 0, 100, 100, 100);
        var red = PictureResizer.Resize(picture, 4, 1, new()).Where((_, i) => i % 3 == 0);
        Assert.Equal([0, 25, 75, 100], red.Select(v => (int)v));
    }

    [Fact]
    public void Cover_cuts_the_sides_and_contain_fills_them()
    {
        var picture = Pixels.Picture(4, 2, [.. Enumerable.Repeat(new[] { 0, 0, 0, 50, 0, 0, 70, 0, 0, 0, 0, 0 }, 2).SelectMany(p => p)]);
        Assert.Equal([50, 0, 0, 70, 0, 0, 50, 0, 0, 70, 0, 0],
            PictureResizer.Resize(picture, 2, 2, new() { Resize = new(ResizeMode.Cover) }));

        var contained = PictureResizer.Resize(picture, 4, 4, new() { Resize = new(ResizeMode.Contain), Background = 0x010203 });
        Assert.Equal([1, 2, 3], contained[..3]);
        Assert.Equal([0, 0, 0, 50, 0, 0, 70, 0, 0], contained[12..21]);
        Assert.Equal([1, 2, 3], contained[^3..]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(500, 1)]
    public void Thin_pictures_fill_any_size_in_every_mode(int width, int height)
    {
        var picture = Pixels.Picture(width, height, [.. Enumerable.Repeat(new[] { 9, 8, 7 }, width * height).SelectMany(p => p)]);
        foreach (var mode in Enum.GetValues<ResizeMode>().Except([ResizeMode.None]))
        {
            var rgb = PictureResizer.Resize(picture, 17, 13, new() { Resize = new(mode), Background = 0x090807 });
            Assert.Equal(17 * 13 * 3, rgb.Length);
            Assert.All(rgb.Chunk(3), pixel => Assert.Equal([9, 8, 7], pixel));
        }
    }

    [Fact]
    public void Thumbnails_keep_proportions_and_never_grow()
    {
        Assert.Equal((50, 25), Thumbnail.SizeOf(Pixels.Noise(200, 100), 50));
        Assert.Equal((1, 50), Thumbnail.SizeOf(Pixels.Noise(1, 300), 50));
        Assert.Equal((20, 10), Thumbnail.SizeOf(Pixels.Noise(20, 10), 50));
        var (width, height, _) = Pixels.ReadBack(Thumbnail.Render(Pixels.Noise(200, 100), 50, new()));
        Assert.Equal((50, 25), (width, height));
    }

    [Fact]
    public void Stored_colours_count_where_transparency_is_ignored()
    {
        var picture = Pixels.Picture(2, 1, 200, 100, 50, 0, 10, 20, 30, 128);
        Assert.Equal([200, 100, 50, 10, 20, 30], PictureResizer.Resize(picture, 2, 1, new() { Alpha = AlphaUse.Ignore }));
    }

    [Fact]
    public void A_panorama_costs_no_more_than_what_is_seen_of_it()
    {
        var recipe = new Preprocessing { Resize = new(ResizeMode.Shorter, 4096, 4096), Filter = ResizeFilter.Bicubic };
        Assert.Equal(8 * 8 * 3, PictureResizer.Resize(Pixels.Noise(40_000, 1), 8, 8, recipe).Length);
    }
}
