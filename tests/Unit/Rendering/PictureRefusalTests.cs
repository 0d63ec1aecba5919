using Convscope.Core.Diagnostics;
using Convscope.Rendering.Pictures;
using SkiaSharp;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PictureRefusalTests
{
    [Fact]
    public void An_empty_file_and_a_text_are_no_pictures()
    {
        Assert.Equal(DiagnosticCodes.PictureUnreadable, Pixels.Refused(() => Pixels.Decode([])).Code);
        var text = Pixels.Refused(() => Pixels.Decode("<svg onload='x'/>"u8.ToArray()));
        Assert.Equal(DiagnosticCodes.PictureUnreadable, text.Code);
        Assert.Equal(Pixels.File, text.Span);
        Assert.Contains("not a JPEG, PNG or WebP", text.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_picture_cut_anywhere_is_refused(SKEncodedImageFormat format)
    {
        var whole = Pixels.Encode(Pixels.Noise(64, 64), format, 90);
        Assert.Equal(64, Pixels.Decode(whole).Width);
        for (var percent = 1; percent < 100; percent++)
        {
            var error = Pixels.Refused(() => Pixels.Decode(whole[..(whole.Length * percent / 100)]));
            Assert.Equal(DiagnosticCodes.PictureUnreadable, error.Code);
        }
    }

    [Fact]
    public void A_progressive_jpeg_cut_anywhere_is_refused()
    {
        var whole = Pixels.Fixture("progressive.jpg");
        Assert.Equal((32, 24), (Pixels.Decode(whole).Width, Pixels.Decode(whole).Height));
        for (var length = 3; length < whole.Length; length++)
            Assert.Equal(DiagnosticCodes.PictureUnreadable, Pixels.Refused(() => Pixels.Decode(whole[..length])).Code);
    }

    [Fact]
    public void What_follows_a_jpegs_end_does_not_matter() =>
        Assert.Equal(32, Pixels.Decode([.. Pixels.Fixture("progressive.jpg"), 1, 2, 0xFF]).Width);

    [Fact]
    public void A_png_with_damaged_data_is_refused()
    {
        var file = Pixels.Encode(Pixels.Noise(64, 64), SKEncodedImageFormat.Png);
        file[file.Length / 2] ^= 0x55;
        Assert.Equal(DiagnosticCodes.PictureUnreadable, Pixels.Refused(() => Pixels.Decode(file)).Code);
    }

    [Fact]
    public void A_huge_header_is_refused_before_memory_is_taken()
    {
        var bomb = RawPng.Of(50_000, 50_000, 8, 2, [0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Pixels.Refused(() => Pixels.Decode(bomb));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        Assert.Equal(DiagnosticCodes.PictureTooLarge, error.Code);
        Assert.Contains("50000 × 50000", error.Message, StringComparison.Ordinal);
        Assert.Contains("2500 megapixels", error.Message, StringComparison.Ordinal);
        Assert.Contains("64 megapixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_inclusive()
    {
        var file = Pixels.Encode(Pixels.Noise(10, 10), SKEncodedImageFormat.Png);
        Assert.Equal(10, PictureDecoder.Decode(file, Pixels.File, new(100, file.Length)).Width);
        var pixels = Pixels.Refused(() => PictureDecoder.Decode(file, Pixels.File, new(99, file.Length)));
        var bytes = Pixels.Refused(() => PictureDecoder.Decode(file, Pixels.File, new(100, file.Length - 1)));
        Assert.Equal([DiagnosticCodes.PictureTooLarge, DiagnosticCodes.PictureTooLarge], [pixels.Code, bytes.Code]);
    }
}
