using Convscope.Rendering.Png;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PngTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 7, 5)]
    [InlineData(4, 9, 3)]
    [InlineData(5, 3, 9)]
    [InlineData(16, 13, 13)]
    [InlineData(17, 13, 13)]
    [InlineData(256, 62, 62)]
    public void Indexed_pictures_read_back(int colours, int width, int height)
    {
        var random = new Random(colours);
        var palette = new byte[256 * 3];
        random.NextBytes(palette);
        var indices = Enumerable.Range(0, width * height).Select(_ => (byte)(255 - random.Next(colours))).ToArray();
        var (readWidth, readHeight, rgb) = Pixels.ReadBack(IndexedPng.Encode(indices, width, height, palette));
        Assert.Equal((width, height), (readWidth, readHeight));
        Assert.Equal(indices.SelectMany(i => palette.Skip(i * 3).Take(3)), rgb);
    }

    [Fact]
    public void Few_colours_take_few_bits_and_a_short_palette()
    {
        var palette = new byte[256 * 3];
        var indices = Enumerable.Range(0, 64).Select(i => (byte)(i % 3 * 100)).ToArray();
        var file = IndexedPng.Encode(indices, 8, 8, palette);
        Assert.Equal((2, 3), (file[24], file[25])); // bit depth, colour type: palette
        Assert.Equal(9, file[36]); // length of PLTE
    }

    [Fact]
    public void Writers_give_the_same_bytes_again()
    {
        var noise = Pixels.Noise(30, 20);
        byte[] indices = [.. noise.Rgba.Take(600)], palette = [.. Enumerable.Range(0, 768).Select(i => (byte)i)];
        Assert.Equal(IndexedPng.Encode(indices, 30, 20, palette), IndexedPng.Encode(indices, 30, 20, palette));
        Assert.Equal(RgbPng.Encode(noise.Rgba.AsSpan(0, 1800), 30, 20), RgbPng.Encode(noise.Rgba.AsSpan(0, 1800), 30, 20));
    }

    [Fact]
    public void An_index_beyond_the_palette_or_a_wrong_count_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IndexedPng.Encode([2], 1, 1, new byte[6]));
        Assert.Throws<ArgumentException>(() => IndexedPng.Encode([1], 1, 2, new byte[6]));
        Assert.Throws<ArgumentException>(() => RgbPng.Encode([1], 1, 1));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(33, 21)]
    public void Colour_pictures_read_back(int width, int height)
    {
        // A smooth part, a noisy part and a flat part, so that rows choose different filters.
        var random = new Random(3);
        var rgb = new byte[width * height * 3];
        for (var i = 0; i < rgb.Length; i++) rgb[i] = (byte)(i < rgb.Length / 3 ? i : i < rgb.Length * 2 / 3 ? random.Next(256) : 90);
        var (readWidth, readHeight, read) = Pixels.ReadBack(RgbPng.Encode(rgb, width, height));
        Assert.Equal((width, height), (readWidth, readHeight));
        Assert.Equal(rgb, read);
    }

    [Fact]
    public void Smooth_pictures_are_filtered_to_little()
    {
        var rgb = Enumerable.Range(0, 64 * 64 * 3).Select(i => (byte)((i / 192 * 2) + (i % 192 / 3))).ToArray();
        Assert.True(RgbPng.Encode(rgb, 64, 64).Length < 500);
    }
}
