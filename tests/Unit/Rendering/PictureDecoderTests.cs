using SkiaSharp;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PictureDecoderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void Formats_are_told_by_their_content(SKEncodedImageFormat format)
    {
        var picture = Pixels.Picture(16, 16, [.. Enumerable.Repeat(new[] { 200, 120, 40 }, 256).SelectMany(p => p)]);
        var decoded = Pixels.Decode(Pixels.Encode(picture, format));
        Assert.Equal((16, 16), (decoded.Width, decoded.Height));
        for (var i = 0; i < decoded.Rgba.Length; i++) Assert.InRange(decoded.Rgba[i], picture.Rgba[i] - 3, picture.Rgba[i] + 3);
    }

    [Fact]
    public void Png_is_decoded_exactly_with_straight_alpha()
    {
        var picture = Pixels.Picture(2, 1, 200, 100, 50, 128, 10, 20, 30, 1);
        Assert.Equal(picture.Rgba, Pixels.Decode(RawPng.Of(2, 1, 8, 6, [0, 200, 100, 50, 128, 10, 20, 30, 1])).Rgba);
    }

    [Fact]
    public void Grey_is_given_to_all_three_channels() =>
        Assert.Equal([0, 0, 0, 255, 77, 77, 77, 255], Pixels.Decode(RawPng.Of(2, 1, 8, 0, [0, 0, 77])).Rgba);

    [Fact]
    public void Grey_of_one_bit_and_grey_with_alpha()
    {
        Assert.Equal([255, 255, 255, 255, 0, 0, 0, 255], Pixels.Decode(RawPng.Of(2, 1, 1, 0, [0, 0b1000_0000])).Rgba);
        Assert.Equal([90, 90, 90, 10], Pixels.Decode(RawPng.Of(1, 1, 8, 4, [0, 90, 10])).Rgba);
    }

    [Fact]
    public void Palette_with_a_transparent_colour() =>
        Assert.Equal(
            [1, 2, 3, 255, 9, 8, 7, 40],
            Pixels.Decode(RawPng.Of(2, 1, 8, 3, [0, 0, 1], palette: [1, 2, 3, 9, 8, 7], transparency: [255, 40])).Rgba);

    [Fact]
    public void Sixteen_bits_become_eight() =>
        Assert.Equal([0xFF, 0x80, 0x00, 0xFF], Pixels.Decode(RawPng.Of(1, 1, 16, 2, [0, 0xFF, 0xFF, 0x80, 0x80, 0, 0])).Rgba);

    [Fact]
    public void Colour_management_leaves_the_numbers_alone() =>
        Assert.Equal(
            [200, 100, 50, 255],
            Pixels.Decode(RawPng.Of(1, 1, 8, 2, [0, 200, 100, 50], gamma: [0, 1, 0x86, 0xA0])).Rgba); // says that it is linear

    [Fact]
    public void A_grey_jpeg_has_three_equal_channels()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(8, 8, SKColorType.Gray8));
        bitmap.Erase(new SKColor(90, 90, 90));
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 100);
        Assert.Equal([90, 90, 90, 255], Pixels.Decode(data.ToArray()).Rgba[..4]);
    }

    [Fact]
    public void The_first_frame_of_an_animation_is_taken()
    {
        var picture = Pixels.Decode(Pixels.Fixture("animated.webp"));
        Assert.Equal((6, 4), (picture.Width, picture.Height));
        Assert.Equal([255, 0, 0, 255], picture.Rgba[..4]);
    }

    [Fact]
    public void Cmyk_jpeg_keeps_its_colour()
    {
        var pixel = Pixels.Decode(Pixels.Fixture("cmyk-red.jpg")).Rgba[..4];
        Assert.InRange(pixel[0], 190, 210);
        Assert.InRange(pixel[1], 30, 50);
        Assert.InRange(pixel[2], 30, 50);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(300, 1)]
    public void Thin_pictures_are_pictures(int width, int height)
    {
        var noise = Pixels.Noise(width, height);
        Assert.Equal(noise.Rgba, Pixels.Decode(Pixels.Encode(noise, SKEncodedImageFormat.Png)).Rgba);
    }
}
